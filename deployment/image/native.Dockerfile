# syntax=docker/dockerfile:1
# The native executable on a minimal base. From the project's folder, after ./mvnw package -Dnative:
#   docker build -f deployment/image/native.Dockerfile -t visibuild-scim:dev .
# A release names the base by digest (what the tag was on that day), and its own facts; deployment/README.md, Images:
#   --build-arg BASE=quay.io/quarkus/ubi9-quarkus-micro-image@sha256:…
#   --build-arg VERSION=… --build-arg REVISION=… --build-arg CREATED=…
ARG BASE=quay.io/quarkus/ubi9-quarkus-micro-image:2.0
FROM ${BASE}

ARG VERSION=dev
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=https://example.com/visibuild-scim
LABEL org.opencontainers.image.title="Visibuild SCIM" \
      org.opencontainers.image.description="User provisioning (SCIM 2.0) for a multi-tenant SaaS" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"

# Root's, so that the process could not change its own program even on a writable file system.
COPY --chown=0:0 --chmod=0555 target/*-runner /app/visibuild-scim

ENV VISIBUILD_METRICS_REVISION=${REVISION}
WORKDIR /app
USER 1001:1001
EXPOSE 8443 9443
# No shell between the signal and the process. Without an argument the service; with "migrate" the migration.
ENTRYPOINT ["/app/visibuild-scim"]
