#!/usr/bin/env bash
# Before the first release there is one migration for each database: makes both anew from the model (ADR 0009). After it, a change adds one to each:
#   dotnet ef migrations add NAME --project src/Luoshi.App --context SqliteLuoshiDb --output-dir Data/Migrations/Sqlite   (and Postgres alike)
set -euo pipefail
cd "$(dirname "$0")/.."
migrations=src/Luoshi.App/Data/Migrations
dotnet tool restore >/dev/null
rm -f "$migrations"/*/*_Initial*.cs "$migrations"/*/*Snapshot.cs
dotnet build src/Luoshi.App -c Release --nologo -v quiet
for database in Sqlite Postgres; do
  dotnet ef migrations add Initial --no-build --configuration Release --project src/Luoshi.App --context "${database}LuoshiDb" --output-dir "Data/Migrations/$database"
  # A stable name: the file stays where it is when it is made anew.
  for file in "$migrations/$database"/*_Initial*.cs; do
    id=$(basename "$file" | sed 's/_Initial.*//')
    sed -i "s/${id}_Initial/20260101000000_Initial/" "$file"
    mv "$file" "$migrations/$database/20260101000000_Initial${file##*_Initial}"
  done
done
