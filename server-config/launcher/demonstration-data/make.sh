#!/bin/sh
# Makes patients.json and the HL7 v2 messages of the demonstration again, from Synthea.
# Never run in the build: it downloads 143 jars, and what it makes is in the repository.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$here/../src/main/resources/org/epione/demo"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/synthea.pom.xml" "$work/pom.xml"
mvn -B -q -f "$work/pom.xml" \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.outputFile="$work/classpath"
classpath=$(cat "$work/classpath")

# Synthea repeats itself only with both seeds, the dates, one thread and a fixed time zone.
nice -n 15 java -Xmx2g -Duser.timezone=UTC -Duser.language=en -Duser.country=US -Dfile.encoding=UTF-8 \
  -cp "$classpath" App -s 42 -cs 43 -r 20250101 -e 20250101 -p 40 \
  --generate.thread_pool_size=1 \
  --generate.append_numbers_to_person_names=false \
  --exporter.baseDirectory="$work/synthea/" \
  --exporter.years_of_history=2 \
  --exporter.fhir.included_resources=Patient,Condition,Encounter,Observation,AllergyIntolerance,MedicationRequest \
  --exporter.hospital.fhir.export=false \
  --exporter.practitioner.fhir.export=false \
  Massachusetts Boston > "$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; exit 1; }

javac -encoding UTF-8 -d "$work/classes" -cp "$classpath" "$here"/*.java
java -Dfile.encoding=UTF-8 -cp "$work/classes:$classpath" TrimPatients "$work/synthea/fhir" "$target"
java -Djava.awt.headless=true -cp "$work/classes" Electrocardiogram "$target"
