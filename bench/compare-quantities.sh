#!/usr/bin/env bash
# Reads the labelled sentences with Luoshi and with Microsoft Recognizers-Text (npm, Chinese culture) in one run: time, and labelled values found.
# Recognizers-Text only finds numbers; what is measured, whether it is a target, and what only looks like a figure is not its subject. Needs node and npm.
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-samples/labelled/quantities.tsv}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" @microsoft/recognizers-text-number@1.3.1 @microsoft/recognizers-text-number-with-unit@1.3.1 >/dev/null 2>&1 \
  || { echo "Recognizers-Text is missing: npm could not install it"; exit 1; }
time=$(dotnet run --project bench/Luoshi.Bench -c Release -v quiet -- quantities "$file" "$work/read.jsonl")
NODE_PATH="$work/node_modules" node bench/compare-quantities.js "$work/read.jsonl" "$time"
