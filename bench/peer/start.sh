#!/usr/bin/env bash
# Makes STATE (government, ledger, the office's token) where it is not there yet, and starts the server over it: start.sh STATE PORT.
# STATE/server holds the port and the process; end it by that number. Tokens are of this state only.
set -euo pipefail
state=$1 port=$2 root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$state"
[ -f "$state/luoshi.json" ] || dotnet "$root/bench/Luoshi.Bench/bin/Release/net10.0/Luoshi.Bench.dll" peer-state "$state" > "$state/luoshi.json"
# One generator holds all the clients of a token: the limit of a single program would be measured instead.
Api__RequestsPerMinute=100000000 setsid nohup dotnet "$root/src/Luoshi/bin/Release/net10.0/luoshi.dll" serve --data "$state" --urls "http://127.0.0.1:$port" > "$state/server.log" 2>&1 &
echo "$port $!" > "$state/server"
until curl --silent --fail "http://127.0.0.1:$port/health/ready" > /dev/null; do kill -0 "$(cut -d' ' -f2 "$state/server")"; done
