#!/usr/bin/env bash
# Starts a PostgreSQL of its own on a port of its own, with the database that create.sql makes, and prints how to reach it:
#   eval "$(.ci/postgresql.sh FOLDER PORT)"
# Stop it: runuser -u postgres -- pg_ctl -D FOLDER/data stop
set -euo pipefail
folder=$1 port=$2
root=$(cd "$(dirname "$0")/.." && pwd)
programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
secret() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }
password=$(secret) owner_password=$(secret)

mkdir -p "$folder"
chown postgres "$folder"
as() { runuser -u postgres -- "$programs/$1" "${@:2}"; }
{
  as initdb -D "$folder/data" --auth=trust --username=postgres --encoding=UTF8
  as pg_ctl -D "$folder/data" -o "-p $port -k $folder -c listen_addresses=127.0.0.1" -l "$folder/log" -w start
  cp "$root/server-config/postgresql/create.sql" "$folder/"
  as psql -h "$folder" -p "$port" -v ON_ERROR_STOP=1 -v password="'$password'" \
    -v owner_password="'$owner_password'" -f "$folder/create.sql"
} >&2
cat <<EOF
export EPIONE_DB_URL=jdbc:postgresql://127.0.0.1:$port/epione EPIONE_DB_USER=epione EPIONE_DB_PASSWORD=$password
export EPIONE_DB_OWNER=epione_owner EPIONE_DB_OWNER_PASSWORD=$owner_password
export EPIONE_TEST_POSTGRESQL="jdbc:postgresql://127.0.0.1:$port/epione?user=epione_owner&password=$owner_password"
EOF
