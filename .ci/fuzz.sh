#!/usr/bin/env bash
# Looks for bytes that break a decoder of ehr-crypto or ledger-connector, and text that breaks the policy parser: .ci/fuzz.sh SECONDS [NAME...]
# Each is fuzzed that long, in a virtual machine of its own, two at a time; a name is that of an encoding in the tests, or PolicyText. What was found lies
# in target/fuzz: of a failure a NAME-crash-* file, to be kept, once understood, where every build tries it: of ehr-crypto in
# src/test/resources/org/epione/crypto/fuzz/DecoderFuzzTestInputs/decoder (or PolicyFuzzTestInputs/policyText), of the ledger as a test of its own.
# With EPIONE_FUZZ_PART=N only the policy parser and the Nth (modulo sixteen) sixteenth of the decoders.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
seconds=$1
shift
out=$root/target/fuzz
mkdir -p "$out"

mvn -B -ntp -q -Dquick -DskipTests -pl ehr-crypto,ledger-connector -am test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/fuzz.classpath

# The fuzzer and its target are among the tests of ehr-crypto; which encodings there are, the working folder decides.
classpath_of() {
  echo "$root/$1/target/test-classes:$root/$1/target/classes:$(<"$root/$1/target/fuzz.classpath"):$root/ehr-crypto/target/test-classes:$(<"$root/ehr-crypto/target/fuzz.classpath")"
}

names_of() {
  (cd "$1" && java -cp "$(classpath_of "$1")" org.epione.crypto.encoding.EncodingRegistry) | sed "s/^/$1 /"
}

fuzz() {
  local module=${1%% *} name=${1#* } class=DecoderFuzzTest method=decoder key log kept
  [ "$name" = PolicyText ] && class=PolicyFuzzTest method=policyText
  key=${name// /-}
  log=$out/$key.log
  kept=src/test/resources/org/epione/crypto/fuzz/${class}Inputs/$method
  cd "$root/$module"
  [ -d "$kept" ] || kept=
  mkdir -p "$out/$key"
  if ! java -Xmx1g -cp "$(classpath_of "$module")" -Depione.fuzz="$name" com.code_intelligence.jazzer.Jazzer \
    --target_class="org.epione.crypto.fuzz.$class" --target_method="$method" --instrumentation_includes='org.epione.**' \
    -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="$out/$key-" --reproducer_path="$out" \
    "$out/$key" $kept >"$log" 2>&1; then
    echo "$name FAILED"
    grep -vE '^INFO' "$log" | tail -n 40
    return 1
  fi
  echo "$name: $(sed -n 's/^stat::number_of_executed_units: //p' "$log") executions, $(find "$out/$key" -type f | wc -l) inputs"
}
export -f fuzz classpath_of
export root seconds out

all=$(names_of ehr-crypto && names_of ledger-connector)
if [ $# -gt 0 ]; then
  for name in "$@"; do
    [ "$name" = PolicyText ] && echo "ehr-crypto PolicyText" || grep -E "^[a-z-]+ $name\$" <<<"$all"
  done
else
  echo "ehr-crypto PolicyText"
  awk -v part="${EPIONE_FUZZ_PART:-}" 'part == "" || NR % 16 == part % 16' <<<"$all"
fi | xargs -P 2 -d '\n' -n 1 bash -c 'fuzz "$1"' fuzz
