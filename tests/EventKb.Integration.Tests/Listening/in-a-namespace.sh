# Runs inside a network namespace of its own: in-a-namespace.sh PROGRAM FOLDER PORT ROUTES OPTION...
# Serves FOLDER/data on 127.0.0.1:PORT and asks every route from there, from 10.77.0.1 and at 10.77.0.1; a line for each answer.
set -eu
program=$1 folder=$2 port=$3 routes=$4
shift 4
ip link set lo up
if ip link add outside type dummy 2>/dev/null; then
  ip address add 10.77.0.1/24 dev outside
  ip link set outside up
else # A kernel without such interfaces: what counts is an address that is not loopback's.
  ip address add 10.77.0.1/24 dev lo
fi

cd "$folder"
dotnet "$program" serve --data "$folder/data" --urls "http://127.0.0.1:$port" "$@" >"$folder/said" 2>&1 &
server=$!
trap 'kill $server; wait $server || true' EXIT
for _ in $(seq 600); do
  grep -q '^serving' "$folder/said" && break
  kill -0 $server || { cat "$folder/said" >&2; exit 1; }
  sleep 0.1
done
cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == "0A" { print "listening", $2 }'

ask() { # CASE METHOD PATH URL OPTION...
  said=$1 method=$2 path=$3 url=$4
  shift 4
  status=$(curl -s --max-time 10 -o "$folder/answer" -w '%{http_code}' -X "$method" -H 'X-EventKb-Upload: 1' "$@" "$url$path") || status="curl-$?"
  echo "$said $method $path $status $(head -c 40 "$folder/answer" 2>/dev/null | head -n 1 | cut -d: -f1 | tr ' ' '_')"
  rm -f "$folder/answer"
}

while read -r method path; do
  ask at-outside "$method" "$path" "http://10.77.0.1:$port"
  ask from-outside "$method" "$path" "http://127.0.0.1:$port" --interface 10.77.0.1
  ask spoofed "$method" "$path" "http://127.0.0.1:$port" --interface 10.77.0.1 -H 'X-Forwarded-For: 127.0.0.1' -H 'X-Real-IP: 127.0.0.1'
  ask inside "$method" "$path" "http://127.0.0.1:$port"
done <"$routes"
