# Finds a JDK 25 and puts it into STATION_JDK, or says in one line how to get one. Sourced, POSIX sh.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

find_jdk_25() {
  for home in "${STATION_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      STATION_JDK=$home
      export STATION_JDK
      return 0
    fi
  done
  echo "no JDK 25 found: on Debian 13 run 'sudo apt-get install openjdk-25-jdk-headless'; elsewhere unpack Eclipse Temurin 25 and set STATION_JDK to its folder" >&2
  return 3
}

find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "no Maven found: run 'sudo apt-get install maven'" >&2
  return 3
}
