#!/usr/bin/env bash
# Looks for bytes that break a decoder, and text that breaks the policy parser: .ci/fuzz.sh SECONDS [NAME...]
# Each is fuzzed that long, in a virtual machine of its own, two at a time; a name is that of an encoding in the tests, or PolicyText. What was found lies
# in ehr-crypto/target/fuzz: of a failure a NAME-crash-* file, to be copied, once understood, to
# src/test/resources/org/epione/crypto/fuzz/DecoderFuzzTestInputs/decoder (or PolicyFuzzTestInputs/policyText), where every build tries it.
# With EPIONE_FUZZ_PART=N only the policy parser and the Nth (modulo eight) eighth of the decoders.
set -euo pipefail
cd "$(dirname "$0")/../ehr-crypto"
seconds=$1
shift
out=$PWD/target/fuzz
mkdir -p "$out"

mvn -B -ntp -q -Dquick -DskipTests test-compile org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$out/classpath"
classpath=target/test-classes:target/classes:$(<"$out/classpath")

fuzz() {
  local name=$1 class=DecoderFuzzTest method=decoder key log kept
  [ "$name" = PolicyText ] && class=PolicyFuzzTest method=policyText
  key=${name// /-}
  log=$out/$key.log
  kept=src/test/resources/org/epione/crypto/fuzz/${class}Inputs/$method
  [ -d "$kept" ] || kept=
  mkdir -p "$out/$key"
  if ! java -Xmx1g -cp "$classpath" -Depione.fuzz="$name" com.code_intelligence.jazzer.Jazzer \
    --target_class="org.epione.crypto.fuzz.$class" --target_method="$method" --instrumentation_includes='org.epione.crypto.**' \
    -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="$out/$key-" --reproducer_path="$out" \
    "$out/$key" $kept >"$log" 2>&1; then
    echo "$name FAILED"
    grep -vE '^INFO' "$log" | tail -n 40
    return 1
  fi
  echo "$name: $(sed -n 's/^stat::number_of_executed_units: //p' "$log") executions, $(find "$out/$key" -type f | wc -l) inputs"
}
export -f fuzz
export classpath seconds out

if [ $# -gt 0 ]; then
  printf '%s\n' "$@"
else
  echo PolicyText
  java -cp "$classpath" org.epione.crypto.encoding.EncodingRegistry \
    | awk -v part="${EPIONE_FUZZ_PART:-}" 'part == "" || NR % 8 == part % 8'
fi | xargs -P 2 -d '\n' -n 1 bash -c 'fuzz "$1"' fuzz
