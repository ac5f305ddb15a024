#!/usr/bin/env bash
# Makes the secrets of this overlay in the cluster; nothing secret is in the repository. Fails where they exist.
set -euo pipefail
cd "$(dirname "$0")"
namespace=visibuild-scim-dev
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
umask 077

owner="$(openssl rand -hex 24)"
service="$(openssl rand -hex 24)"
printf '%s' "$owner" > "$folder/owner-password"
printf 'quarkus.datasource.username=scim_owner\nquarkus.datasource.password=%s\n' "$owner" > "$folder/owner.properties"
printf 'quarkus.datasource.username=scim_service\nquarkus.datasource.password=%s\n' "$service" > "$folder/service.properties"
sed "s/:'service_password'/'$service'/" ../../database/roles.sql > "$folder/roles.sql"
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "$folder/signing-key.pem"
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$folder/issuer-key.pem"
openssl pkey -in "$folder/issuer-key.pem" -pubout -out "$folder/issuer-public-key.pem"

create() { kubectl --namespace "$namespace" create secret generic "$@"; }
kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl create namespace "$namespace"
create postgresql --from-file=owner-password="$folder/owner-password"
create postgresql-roles --from-file=roles.sql="$folder/roles.sql"
create visibuild-scim-database --from-file=database.properties="$folder/service.properties"
create visibuild-scim-database-owner --from-file=database.properties="$folder/owner.properties"
create visibuild-scim-keys --from-file="$folder/signing-key.pem" --from-file="$folder/issuer-public-key.pem"
# Signs the first JWTs (README, The first company); no pod mounts it.
create visibuild-scim-issuer --from-file="$folder/issuer-key.pem"
