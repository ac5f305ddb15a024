# Sourced by mvnw: points JAVA_HOME at a JDK of version 25 or newer, so that nobody has to set it first.
# Leaves a JAVA_HOME alone that already is one; says nothing when none is found (the build's own check explains it).

jdk_major() {
  [ -r "$1/release" ] && [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  wanted=25
  major=$(jdk_major "${JAVA_HOME:-/nonexistent}") && [ "${major:-0}" -ge "$wanted" ] && return 0
  if on_path=$(command -v javac); then
    home=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    major=$(jdk_major "$home") && [ "${major:-0}" -ge "$wanted" ] && JAVA_HOME=$home && export JAVA_HOME && return 0
  fi
  for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    major=$(jdk_major "$home") || continue
    if [ "${major:-0}" -ge "$wanted" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  return 0
}

find_jdk
