#!/usr/bin/env bash
# Runs every test of the repository. Provides what the tests need where it may, and says what is skipped where it may not.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

configuration=${CONFIGURATION:-Release}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# LibreOffice renders the documents that the tests look at; the fonts draw Chinese.
missing=()
command -v soffice >/dev/null 2>&1 || missing+=(libreoffice-writer-nogui)
command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
fc-list :lang=zh-cn 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk fontconfig)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=400 --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1 \
      || { tail -5 "$results/apt.log"; echo "Not installed: ${missing[*]}. The tests that need them are skipped."; }
  else
    echo "Missing: ${missing[*]}. The tests that render documents are skipped; install these packages to run them."
  fi
fi
[ -d ../shared/samples ] || echo "The reference documents (../shared/samples) are not here: the tests that read them are skipped."

dotnet build -c "$configuration" --nologo -v quiet

status=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  echo "== $name"
  dotnet "$project/bin/$configuration/net10.0/$name.dll" -noColor -noLogo -result-junit "$results/$name.xml" || status=1
  [ -f "$results/$name.xml" ] || { echo "$name did not finish."; status=1; }
done

# The closing line counts what the runs themselves recorded.
count() { cat "$results"/*.xml 2>/dev/null | grep -o '<testsuite [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count tests) failed=$(( $(count failures) + $(count errors) )) skipped=$(count skipped)
[ "$failed" = 0 ] && [ "$status" != 0 ] && failed=1
echo "$(( total - failed - skipped )) passed, $failed failed, $skipped skipped"
exit "$status"
