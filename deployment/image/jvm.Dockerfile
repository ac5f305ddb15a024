# syntax=docker/dockerfile:1
# The same service on a Java runtime, for processors the executable was not built for. After ./mvnw package:
#   docker build -f deployment/image/jvm.Dockerfile -t visibuild-scim:dev-jvm .
# It needs more memory: deployment/README.md, Sizes. A release names the base by digest, as for the executable.
ARG BASE=docker.io/library/eclipse-temurin:25-jre
FROM ${BASE}

ARG VERSION=dev
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=https://example.com/visibuild-scim
LABEL org.opencontainers.image.title="Visibuild SCIM (JVM)" \
      org.opencontainers.image.description="User provisioning (SCIM 2.0) for a multi-tenant SaaS" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"

# What changes seldom comes first: a release that changes no library sends one small layer.
COPY --chown=0:0 --chmod=0555 target/quarkus-app/lib/ /app/lib/
COPY --chown=0:0 --chmod=0555 target/quarkus-app/quarkus/ /app/quarkus/
COPY --chown=0:0 --chmod=0555 target/quarkus-app/app/ /app/app/
COPY --chown=0:0 --chmod=0555 target/quarkus-app/quarkus-run.jar target/quarkus-app/quarkus-app-dependencies.txt /app/

ENV VISIBUILD_METRICS_REVISION=${REVISION}
WORKDIR /app
USER 1001:1001
EXPOSE 8443 9443
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", "/app/quarkus-run.jar"]
