#!/usr/bin/env bash
# Makes the secrets of compose.yaml: passwords, the signing key, a certificate that signs itself, and a key for the JWTs
# of admins, staff and platforms until your own issuer does that. Never overwrites one that is there. As root, because the files
# are made readable for the users of the containers alone.
#   sudo ./make-keys.sh scim.example.com
set -euo pipefail
cd "$(dirname "$0")"
host="${1:-scim.example.com}"
umask 077
mkdir -p secrets certs

secret() { [ -e "secrets/$1" ] || cat > "secrets/$1"; }
random() { openssl rand -hex 24; }

if [ ! -e secrets/owner-password ]; then
  owner="$(random)"
  service="$(random)"
  printf '%s' "$owner" | secret owner-password
  printf 'quarkus.datasource.username=scim_owner\nquarkus.datasource.password=%s\n' "$owner" | secret database-owner.properties
  printf 'quarkus.datasource.username=scim_service\nquarkus.datasource.password=%s\n' "$service" | secret database.properties
  sed "s/:'service_password'/'$service'/" ../database/roles.sql | secret roles.sql
fi
[ -e secrets/signing-key.pem ] || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out secrets/signing-key.pem 2>/dev/null
[ -e secrets/issuer-key.pem ] || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out secrets/issuer-key.pem 2>/dev/null
[ -e secrets/issuer-public-key.pem ] || openssl pkey -in secrets/issuer-key.pem -pubout -out secrets/issuer-public-key.pem
[ -e certs/tls.crt ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 \
  -subj "/CN=$host" -addext "subjectAltName=DNS:$host,DNS:localhost" -keyout certs/tls.key -out certs/tls.crt 2>/dev/null

# The service runs as 1001, PostgreSQL as 999.
if [ "$(id -u)" = 0 ]; then
  chown 1001:1001 secrets/database*.properties secrets/signing-key.pem secrets/issuer-public-key.pem certs certs/tls.*
  chown 999:999 secrets/owner-password
else
  echo "Not root: the users 1001 and 999 cannot read what was made. Run this with sudo, or chown as this script does." >&2
fi
chmod 644 secrets/roles.sql
echo "Made secrets/ and certs/ for $host."
