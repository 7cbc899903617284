#!/usr/bin/env bash
# Plays the demonstration on a full application server, set up as its README says:
#   server-config/play-on.sh wildfly|payara-server [REDEPLOYMENTS]
# and then, if asked to, deploys the application that often again in the same server process, and says how many copies of it the process holds. It fails if
# each deployment has left one; less than that the server's own threads hold by chance (docs/robustness.md).
# Needs a built EAR and launcher (mvn package). The server comes through Maven. Everything is below
# target/servers and on loopback; ports from EPIONE_TEST_PORT (default 21000) on. EPIONE_DB_* are passed on.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
kind=${1:?wildfly or payara-server}
port=${EPIONE_TEST_PORT:-21000}
redeployments=${2:-0}
work=$root/target/servers/$kind
ear=$root/ehr-ear/target/ehr.ear
[ -f "$ear" ] || { echo "There is no $ear. Build it: mvn package -DskipTests" >&2; exit 1; }

secret() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }

export EPIONE_HOME=$work/home
export EPIONE_ADMIN_USER=ingrid.vasquez
export EPIONE_BROKER_LISTEN=tcp://127.0.0.1:$((port + 17))
export EPIONE_BROKER_LISTEN_USER=hospital-systems
EPIONE_ADMIN_PASSWORD=$(secret); export EPIONE_ADMIN_PASSWORD
EPIONE_BROKER_LISTEN_PASSWORD=$(secret); export EPIONE_BROKER_LISTEN_PASSWORD
export EPIONE_BROKER_STATIONS_USER=stations
EPIONE_BROKER_STATIONS_PASSWORD=$(secret); export EPIONE_BROKER_STATIONS_PASSWORD

rm -rf "$work/home" "$work/player"
mkdir -p "$work/home"

fetch() { # artifact, folder that it unpacks to
  [ -d "$work/$2" ] || mvn -B -q -N -f "$root/pom.xml" dependency:unpack -Dartifact="$1" -DoutputDirectory="$work" \
    -Dmdep.overWriteReleases=true -Dmdep.useBaseVersion=true
}

await() { # address, seconds
  local code
  for _ in $(seq "$2"); do
    code=$(curl -s -o /dev/null -m 5 -w '%{http_code}' "$1") || true
    [ "$code" = 200 ] && return 0
    sleep 1
  done
  echo "$1 is not there after $2 tries; the last answer (000: none) was $code" >&2
  return 1
}

start_wildfly() {
  local home=$work/wildfly-39.0.1.Final
  fetch org.wildfly:wildfly-dist:39.0.1.Final:zip wildfly-39.0.1.Final
  chmod +x "$home"/bin/*.sh
  rm -rf "$home/standalone/data" "$home/standalone/tmp" "$home/standalone/deployments/"ehr.ear*
  cp "$home/standalone/configuration/standalone-full.xml" "$home/standalone/configuration/epione.xml"
  "$home/bin/jboss-cli.sh" --file="$root/server-config/wildfly/epione.cli" >"$work/configure.log" 2>&1
  cp "$ear" "$home/standalone/deployments/"
  LAUNCH_JBOSS_IN_BACKGROUND=1 "$home/bin/standalone.sh" -c epione.xml -b 127.0.0.1 \
    -Djboss.http.port="$port" -Djboss.https.port=$((port + 1)) -Djboss.management.http.port=$((port + 2)) \
    -Djboss.ajp.port=$((port + 3)) >"$work/server.log" 2>&1 &
  server=$!
  portal=http://127.0.0.1:$port/ehr/
  ready=http://127.0.0.1:$((port + 2))/health/ready
}

redeploy_wildfly() {
  "$work/wildfly-39.0.1.Final/bin/jboss-cli.sh" --connect --controller=127.0.0.1:$((port + 2)) --command="deploy --force $ear" >>"$work/configure.log" 2>&1
}

# standalone.sh waits for it.
process_wildfly() { pgrep -P "$server" -x java; }

stop_wildfly() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
}

asadmin() { "$work/payara6/bin/asadmin" --interactive=false --port $((port + 48)) "$@"; }

start_payara-server() {
  local home=$work/payara6
  fetch fish.payara.distributions:payara:6.2025.9:zip payara6
  chmod +x "$home"/bin/asadmin "$home"/glassfish/bin/*
  rm -rf "$home/glassfish/domains/epione"
  asadmin create-domain --nopassword=true --portbase "$port" epione >"$work/configure.log" 2>&1
  asadmin start-domain epione >>"$work/configure.log" 2>&1
  asadmin multimode --file "$root/server-config/payara-server/epione.asadmin" >>"$work/configure.log" 2>&1
  # Started anew: a listener changed in a running server is replaced while it runs, and then may not find applications deployed meanwhile.
  asadmin stop-domain epione >>"$work/configure.log" 2>&1
  asadmin start-domain epione >>"$work/configure.log" 2>&1
  asadmin deploy --name ehr "$ear" >>"$work/configure.log" 2>&1 || { cat "$work/configure.log" >&2; return 1; }
  ln -sf "$home/glassfish/domains/epione/logs/server.log" "$work/server.log"
  portal=http://127.0.0.1:$((port + 80))/ehr/
  ready=http://127.0.0.1:$((port + 80))/health/ready
}

redeploy_payara-server() { asadmin redeploy --name ehr "$ear" >>"$work/configure.log" 2>&1; }

process_payara-server() { cat "$work/payara6/glassfish/domains/epione/config/pid"; }

stop_payara-server() {
  asadmin stop-domain --force=true epione >>"$work/configure.log" 2>&1 || true
}

# How many copies of the application the process holds, after full collections: class loaders that have loaded a certain class, of the libraries, the adapter,
# the beans or the pages, whichever are the most.
copies() {
  local pid loaders most=0 count
  pid=$("process_$kind")
  for _ in 1 2 3; do jcmd "$pid" GC.run >/dev/null; done
  loaders=$(jcmd "$pid" VM.classloaders show-classes=true)
  for class in crypto.CryptoSuite broker.BrokerResourceAdapter outbox.boundary.Outbox web.session.SessionAuthentication; do
    count=$(grep -c "org\.epione\.${class//./\\.}\$" <<<"$loaders" || true)
    [ "$count" -le "$most" ] || most=$count
  done
  echo "$most"
}

heap() { jcmd "$("process_$kind")" GC.heap_info | grep -m 1 -o 'used [0-9]*K' | cut -c 6-; }

redeploy() {
  local count=0
  for n in $(seq "$redeployments"); do
    "redeploy_$kind" || { tail -n 20 "$work/configure.log" >&2; return 1; }
    await "${portal}sign-in.xhtml" 120 && await "$ready" 60 || return 1
    count=$(copies)
    echo "redeployment $n: copies of the application that the process holds: $count; heap in use: $(heap)"
  done
  [ "$count" -le "$redeployments" ] || {
    echo "Each redeployment leaves a copy of the application: $count after $redeployments." >&2
    return 1
  }
}

trap 'stop_"$kind"' EXIT
echo "Starting $kind ..."
# What is held softly is not leaked, the JVM lets go of it when memory is short: let it do so at each full collection, so that it is not counted.
if [ "$redeployments" -gt 0 ]; then
  JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} -XX:SoftRefLRUPolicyMSPerMB=0" "start_$kind"
else
  "start_$kind"
fi
await "${portal}sign-in.xhtml" 300 && await "$ready" 60 || {
  tail -n 60 "$work/server.log" >&2
  exit 1
}
echo "Playing the demonstration on $portal"
EPIONE_HOME=$work/player java -jar "$root/server-config/launcher/target/launcher.jar" demo \
  --portal "$portal" --broker "$EPIONE_BROKER_LISTEN"
redeploy
