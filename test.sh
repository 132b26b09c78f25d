#!/usr/bin/env bash
# Runs every test of the repository. Provides what the tests need where it may, and says what is skipped where it may not.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

configuration=${CONFIGURATION:-Release}
results=$(mktemp -d)
trap 'stop_postgres; rm -rf "$results"' EXIT

# A PostgreSQL of our own in a folder of its own, gone when the tests are: it waits for no disk. Its program never runs as root.
start_postgres() {
  local bin=$1
  cluster=$(mktemp -d) owner=postgres
  [ "$(id -u)" = 0 ] || owner=$(id -un)
  as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u "$owner" -- "$@"; else "$@"; fi; }
  local port=$((20000 + RANDOM % 20000)) password
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" >"$cluster/password"
  chown -R "$owner" "$cluster" && chmod 700 "$cluster"
  as_owner "$bin/initdb" -D "$cluster/data" -U luoshi --pwfile="$cluster/password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 >"$results/postgres.log" 2>&1 \
    && as_owner "$bin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" -o "-p $port -c listen_addresses=127.0.0.1 -k $cluster -c max_connections=200 -c fsync=off -c full_page_writes=off" start >>"$results/postgres.log" 2>&1 \
    && export LUOSHI_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=luoshi;Password=$password;Database=postgres"
}
stop_postgres() {
  [ -n "${cluster:-}" ] || return 0
  as_owner "$postgres/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$cluster"
}

# LibreOffice renders the documents that the tests look at, Chromium opens the pages; the fonts draw Chinese. PostgreSQL is the second database.
missing=()
command -v soffice >/dev/null 2>&1 || missing+=(libreoffice-writer-nogui)
command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing+=(postgresql)
fc-list :lang=zh-cn 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk fontconfig)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=400 --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1 \
      || { tail -5 "$results/apt.log"; echo "Not installed: ${missing[*]}. The tests that need them are skipped."; }
  else
    echo "Missing: ${missing[*]}. The tests that need them are skipped; install these packages to run them."
  fi
fi
[ -d ../shared/samples ] || echo "The reference documents (../shared/samples) are not here: the tests that read them are skipped."

postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$postgres" ] || postgres=$(dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null || true)
if [ -n "${LUOSHI_TEST_POSTGRES:-}" ]; then
  echo "Tests on PostgreSQL use the server that LUOSHI_TEST_POSTGRES names."
elif [ -z "$postgres" ] || [ "$postgres" = . ] || ! start_postgres "$postgres"; then
  cat "$results/postgres.log" 2>/dev/null || true
  echo "No PostgreSQL could be started: the tests on it are skipped."
fi

dotnet build -c "$configuration" --nologo -v quiet

status=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  echo "== $name"
  dotnet "$project/bin/$configuration/net10.0/$name.dll" -noColor -noLogo -result-junit "$results/$name.xml" || { code=$?; echo "$name ended with exit code $code."; status=1; }
  [ -f "$results/$name.xml" ] || { echo "$name did not finish."; status=1; }
done

# What failed, by name and first words, below whatever the programs under test have printed.
sed 's/></>\n</g' "$results"/*.xml 2>/dev/null | awk '/^<testcase / { name = $0; sub(/^<testcase name="/, "", name); sub(/" time=".*/, "", name) }
  /^<(failure|error) / { said = $0; sub(/.* message="/, "", said); sub(/".*/, "", said); print "FAILED " name ": " substr(said, 1, 400) }' || true

# The closing line counts what the runs themselves recorded.
count() { cat "$results"/*.xml 2>/dev/null | grep -o '<testsuite [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count tests) failed=$(( $(count failures) + $(count errors) )) skipped=$(count skipped)
[ "$failed" = 0 ] && [ "$status" != 0 ] && failed=1
echo "$(( total - failed - skipped )) passed, $failed failed, $skipped skipped"
exit "$status"
