#!/usr/bin/env bash
# After a restore, before the service starts: ends every SCIM token and every session, and lists the companies that must be
# told. Give it the owner's URL: ./after-restore.sh postgresql://scim_owner@database.example.internal:5432/scim
set -euo pipefail
cd "$(dirname "$0")"
url="${1:?the URL of the restored database}"

psql "$url" --no-psqlrc --quiet --set ON_ERROR_STOP=1 --file after-restore.sql
echo "Tokens and sessions have ended. These companies use SCIM: each needs a new token and a full synchronisation"
echo "(Entra ID: Restart provisioning; Okta: Provisioning, To App, Force Sync)."
psql "$url" --no-psqlrc --csv --file companies.sql
