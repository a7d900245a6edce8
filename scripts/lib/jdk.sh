# Finds a JDK 25 and puts it into STATION_JDK, or says in one line how to get one. Sourced, POSIX sh.

is_java_25() {
  [ -x "$1/bin/java" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

is_jdk_25() {
  is_java_25 "$1" && [ -x "$1/bin/javac" ]
}

# find_home CHECK: the first folder that passes it.
find_home() {
  for home in "${STATION_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && "$1" "$home"; then
      STATION_JDK=$home
      export STATION_JDK
      return 0
    fi
  done
  return 3
}

find_jdk_25() {
  find_home is_jdk_25 && return 0
  echo "no JDK 25 found: on Debian 13 run 'sudo apt-get install openjdk-25-jdk-headless'; elsewhere unpack Eclipse Temurin 25 and set STATION_JDK to its folder" >&2
  return 3
}

# To run what is built already, the runtime without the compiler is enough.
find_java_25() {
  find_home is_java_25 && return 0
  echo "no Java 25 found: on Debian 13 run 'sudo apt-get install openjdk-25-jre-headless'" >&2
  return 3
}

find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "no Maven found: run 'sudo apt-get install maven'" >&2
  return 3
}

# Flags for every program: native access is how drivers and models work; a process out of memory is
# better restarted than half alive; one small heap, which grows only when it must, and one collector
# thread suit a small board. What they cost and gain: docs/bench.md.
JAVA_FLAGS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC -Xms16m -XX:+UseCompactObjectHeaders -Xss512k -Dfile.encoding=UTF-8"
