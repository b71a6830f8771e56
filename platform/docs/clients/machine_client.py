"""A testing machine's side of the wire contract (../machines.md), to start from. Python 3.9, paho-mqtt 1.6 or 2.

    python3 machine_client.py HOST PORT LAB EQUIPMENT [CA.pem]      secret in JZ_SECRET; with a CA the line is TLS

waits for an operator to open a run and answers with a ramp; put your machine's forces in place of `forces`.
"""
import base64, hashlib, json, os, pathlib, ssl, sys, threading, time
from datetime import datetime, timezone
from decimal import Decimal
import paho.mqtt.client as mqtt

SOFTWARE = "Python sample 1.0"


class MachineClient:
    def __init__(self, host, port, lab, code, secret, spool, ca=None):
        self.topics = f"jz/v1/{lab}/{code}/"
        self.spool = pathlib.Path(spool)
        self.spool.mkdir(parents=True, exist_ok=True)
        self.opened = lambda run_id, what: None
        self.handed = {run.name for run in self.spool.iterdir()}  # told again every ten seconds until it begins
        self.disk = threading.RLock()
        self.whole()
        api = [mqtt.CallbackAPIVersion.VERSION1] if hasattr(mqtt, "CallbackAPIVersion") else []
        self.mqtt = mqtt.Client(*api, client_id=code, clean_session=False)
        self.mqtt.username_pw_set(code, secret)
        if ca:
            self.mqtt.tls_set(ca, tls_version=ssl.PROTOCOL_TLS_CLIENT)
        self.mqtt.reconnect_delay_set(1, 30)
        self.mqtt.on_connect = self.connected
        self.mqtt.on_message = lambda client, _, message: self.hear(json.loads(message.payload))
        self.mqtt.connect_async(host, port)
        self.mqtt.loop_start()
        threading.Thread(target=self.repeat_ends, daemon=True).start()

    def connected(self, client, *_):
        client.subscribe(self.topics + "cmd", qos=1)
        unsent, self.unsent = self.unsent, []
        for run_id, line in unsent:
            self.publish(run_id, line)

    def hear(self, told):
        run_id = told["runId"]
        kept = self.lines(run_id)
        if "open" in told:
            if run_id in self.handed:
                return
            self.handed.add(run_id)
            threading.Thread(target=self.opened, args=(run_id, told["open"]), daemon=True).start()
        elif "accepted" in told:
            with self.disk:
                (self.spool / run_id).unlink(missing_ok=True)
        elif "resend" in told:
            # The begin is as good as missing where any chunk is.
            wanted = [line for line in kept if json.loads(line).get("seq", -1) in told["resend"]]
            for line in kept[:1] + wanted:
                self.publish(run_id, line)
        elif "refused" in told:
            print("Not taken:", told, file=sys.stderr)

    def begin(self, run_id, specimen, method, operator, started_at, permit=None):
        """permit: where nobody could open the run, the offline permit as it was handed out; run_id is then one of its runs."""
        told = {"runId": run_id, "specimen": specimen, "method": method, "operator": operator,
                "startedAt": started_at, "unit": "kN", "software": SOFTWARE}
        self.keep(run_id, {**told, "permit": permit} if permit else told)

    @staticmethod
    def permitted(permit):
        """What a permit allows: runId, specimen and method of each of its runs; operator, nbf and exp in seconds beside."""
        content = permit.split(".")[1]
        return json.loads(base64.urlsafe_b64decode(content + "=" * (-len(content) % 4)))

    def samples(self, run_id, seq, t, newtons):
        """t: whole ms since the begin; forces as whole newtons, so that no digit is ever lost."""
        self.keep(run_id, {"runId": run_id, "seq": seq, "t": t, "kN": [n / 1000 for n in newtons]})

    def end(self, run_id):
        chunks = [c for c in (json.loads(line, parse_float=Decimal) for line in self.lines(run_id)) if "seq" in c]
        points = [(t, Decimal(k)) for c in chunks for t, k in zip(c["t"], c["kN"])]
        digest = hashlib.sha256("".join(f"{t},{k:.3f}\n" for t, k in points).encode()).hexdigest()
        self.keep(run_id, {"runId": run_id, "chunks": len(chunks), "points": len(points),
                           "peakKn": float(max(k for _, k in points)), "sha256": digest})

    def keep(self, run_id, message):
        line = json.dumps(message, separators=(",", ":"), ensure_ascii=False)
        with self.disk, open(self.spool / run_id, "a", encoding="utf-8") as run:  # first on disk, then on the way
            run.write(line + "\n")
            run.flush()
            os.fsync(run.fileno())
        self.publish(run_id, line)

    def whole(self):
        """After a restart: what power loss tore off is cut, and all of each run is sent again."""
        for run in self.spool.iterdir():
            kept = run.read_bytes()
            run.write_bytes(kept[:kept.rfind(b"\n") + 1])
        self.unsent = [(run.name, line) for run in self.spool.iterdir() for line in self.lines(run.name)]

    def publish(self, run_id, line):
        kind = "end" if '"sha256"' in line else "samples" if '"seq"' in line else "begin"
        self.mqtt.publish(f"{self.topics}run/{run_id}/{kind}", line, qos=1)

    def repeat_ends(self):
        while True:
            time.sleep(10)
            for run in list(self.spool.iterdir()) if self.mqtt.is_connected() else []:
                for line in self.lines(run.name):
                    if '"sha256"' in line:
                        self.publish(run.name, line)

    def lines(self, run_id):
        run = self.spool / run_id
        with self.disk:
            return run.read_text(encoding="utf-8").splitlines() if run.exists() else []


def main():
    host, port, lab, code = sys.argv[1:5]
    client = MachineClient(host, int(port), lab, code, os.environ["JZ_SECRET"], "spool-" + code, *sys.argv[5:6])

    def test(run_id, what):
        client.begin(run_id, what["specimen"], what["method"], "operator", datetime.now(timezone.utc).isoformat())
        for seq in range(20):  # ten seconds of 20 Hz
            points = range(seq * 10, seq * 10 + 10)
            client.samples(run_id, seq, [50 * i for i in points], [4250 * i for i in points])
            time.sleep(0.5)
        client.end(run_id)

    client.opened = test
    threading.Event().wait()


if __name__ == "__main__":
    main()
