#!/usr/bin/env bash
# Writes prometheusrule.yaml, the rules as the Prometheus operator wants them. Run it after rules.yaml has changed.
set -euo pipefail
cd "$(dirname "$0")"
{
  cat <<'HEAD'
# Made from rules.yaml by render.sh; change that.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: visibuild-scim
  labels:
    app.kubernetes.io/name: visibuild-scim
    app.kubernetes.io/instance: visibuild-scim
    app.kubernetes.io/component: monitoring
    app.kubernetes.io/part-of: visibuild
    app.kubernetes.io/managed-by: kustomize
    app.kubernetes.io/version: "1.0.0"
spec:
HEAD
  sed -e '/^#/d' -e 's/^\(.\)/  \1/' rules.yaml
} > prometheusrule.yaml
