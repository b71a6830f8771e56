// A testing machine's side of the wire contract (../machines.md), to start from. C# 6, .NET 4.6 or later, no library:
// the little of MQTT 3.1.1 that a machine needs (connect, subscribe, QoS 1) is at the end.
//
//     mcs MachineClient.cs && JZ_SECRET=... mono MachineClient.exe HOST PORT LAB EQUIPMENT
//
// waits for an operator to open a run and answers with a ramp; put your machine's forces in place of it.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

public sealed class MachineClient {
    const string Software = "C# sample 1.0";
    readonly string topics, spool;
    readonly Mqtt mqtt;
    readonly Timer repeating;
    readonly object disk = new object();
    readonly HashSet<string> handed; // told again every ten seconds until it begins
    public Action<string, string, string> Opened = (runId, specimen, method) => {};

    public MachineClient(string host, int port, string lab, string code, string secret, string spool) {
        topics = "jz/v1/" + lab + "/" + code + "/";
        this.spool = Directory.CreateDirectory(spool).FullName;
        mqtt = new Mqtt(host, port, code, secret, topics + "cmd", Hear);
        handed = new HashSet<string>(Runs());
        foreach (var run in handed) { // after a restart: what power loss tore off is cut, and all of it is sent again
            string kept = File.ReadAllText(Run(run));
            File.WriteAllText(Run(run), kept.Substring(0, kept.LastIndexOf('\n') + 1));
            foreach (var line in Lines(run)) Publish(run, line);
        }
        repeating = new Timer(_ => RepeatEnds(), null, 10000, 10000);
    }

    static string Text(string json, string field) {
        return Regex.Match(json, "\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").Groups[1].Value;
    }

    void Hear(string told) {
        string runId = Text(told, "runId");
        if (told.Contains("\"open\"")) {
            lock (disk) if (!handed.Add(runId)) return;
            new Thread(() => Opened(runId, Text(told, "specimen"), Text(told, "method"))).Start();
        } else if (told.Contains("\"accepted\"")) {
            lock (disk) File.Delete(Run(runId));
        } else if (told.Contains("\"resend\"")) {
            var seqs = Regex.Match(told, "\"resend\"\\s*:\\s*\\[([^\\]]*)\\]").Groups[1].Value.Split(',').Select(s => s.Trim());
            var kept = Lines(runId);
            if (kept.Length > 0) Publish(runId, kept[0]); // the begin is as good as missing where any chunk is
            foreach (var seq in seqs)
                foreach (var line in kept.Where(l => l.Contains("\"seq\":" + seq + ","))) Publish(runId, line);
        } else Console.Error.WriteLine("Not taken: " + told);
    }

    public void Begin(string runId, string specimen, string method, string oper, DateTimeOffset at, string permit = null) {
        // permit: where nobody could open the run, the offline permit as it was handed out; runId is then one of its runs
        Keep(runId, "{\"runId\":\"" + runId + "\",\"specimen\":\"" + specimen + "\",\"method\":\"" + method + "\",\"operator\":\"" + oper
            + "\",\"startedAt\":\"" + at.ToString("yyyy-MM-ddTHH:mm:sszzz") + "\",\"unit\":\"kN\",\"software\":\"" + Software + "\"" + (permit == null ? "" : ",\"permit\":\"" + permit + "\"") + "}");
    }

    // t: whole ms since the begin; decimals, so that no digit is ever lost
    public void Samples(string runId, int seq, IEnumerable<int> t, IEnumerable<decimal> kN) {
        Keep(runId, "{\"runId\":\"" + runId + "\",\"seq\":" + seq + ",\"t\":[" + string.Join(",", t) + "],\"kN\":["
            + string.Join(",", kN.Select(k => k.ToString("0.000", CultureInfo.InvariantCulture))) + "]}");
    }

    public void End(string runId) {
        var chunks = Lines(runId).Where(l => l.Contains("\"seq\":")).ToList();
        Func<string, string, string[]> list = (l, f) => Regex.Match(l, "\"" + f + "\":\\[([^\\]]*)\\]").Groups[1].Value.Split(',');
        var points = chunks.SelectMany(l => list(l, "t").Zip(list(l, "kN"), (t, k) => t + "," + k + "\n")).ToList();
        decimal peak = points.Max(p => decimal.Parse(p.Trim().Split(',')[1], CultureInfo.InvariantCulture));
        byte[] hash = SHA256.Create().ComputeHash(Encoding.ASCII.GetBytes(string.Concat(points)));
        Keep(runId, "{\"runId\":\"" + runId + "\",\"chunks\":" + chunks.Count + ",\"points\":" + points.Count + ",\"peakKn\":"
            + peak.ToString("0.000", CultureInfo.InvariantCulture) + ",\"sha256\":\"" + string.Concat(hash.Select(b => b.ToString("x2"))) + "\"}");
    }

    void Keep(string runId, string line) { // first on disk, then on the way
        lock (disk) using (var file = new FileStream(Run(runId), FileMode.Append)) {
            byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
            file.Write(bytes, 0, bytes.Length);
            file.Flush(true);
        }
        Publish(runId, line);
    }

    void Publish(string runId, string line) {
        string kind = line.Contains("\"sha256\"") ? "end" : line.Contains("\"seq\"") ? "samples" : "begin";
        mqtt.Publish(topics + "run/" + runId + "/" + kind, line);
    }

    void RepeatEnds() {
        foreach (var run in mqtt.Connected ? Runs() : new string[0])
            foreach (var line in Lines(run).Where(l => l.Contains("\"sha256\""))) Publish(run, line);
    }

    string Run(string runId) { return Path.Combine(spool, Path.GetFileName(runId)); }

    string[] Runs() { return Directory.GetFiles(spool).Select(Path.GetFileName).ToArray(); }

    string[] Lines(string runId) { lock (disk) return File.Exists(Run(runId)) ? File.ReadAllLines(Run(runId)) : new string[0]; }

    public static void Main(string[] args) {
        var client = new MachineClient(args[0], int.Parse(args[1]), args[2], args[3],
            Environment.GetEnvironmentVariable("JZ_SECRET"), "spool-" + args[3]);
        client.Opened = (runId, specimen, method) => {
            client.Begin(runId, specimen, method, "operator", DateTimeOffset.Now);
            for (int seq = 0; seq < 20; seq++) { // ten seconds of 20 Hz
                var points = Enumerable.Range(seq * 10, 10).ToList();
                client.Samples(runId, seq, points.Select(i => 50 * i), points.Select(i => 4.25m * i));
                Thread.Sleep(500);
            }
            client.End(runId);
        };
        Thread.Sleep(Timeout.Infinite);
    }
}

/// MQTT 3.1.1, QoS 1, a session that lasts, connecting again for ever; what is not acknowledged is sent again.
sealed class Mqtt {
    readonly string host, code, secret, filter;
    readonly int port;
    readonly Action<string> heard;
    readonly Timer pinging;
    readonly SortedDictionary<ushort, byte[]> waiting = new SortedDictionary<ushort, byte[]>();
    readonly object writing = new object();
    Stream stream;
    ushort last;

    public bool Connected { get { return stream != null; } }

    public Mqtt(string host, int port, string code, string secret, string filter, Action<string> heard) {
        this.host = host; this.port = port; this.code = code; this.secret = secret; this.filter = filter; this.heard = heard;
        new Thread(Run) { IsBackground = true }.Start();
        pinging = new Timer(_ => Write(new byte[] { 0xC0, 0 }), null, 20000, 20000); // ping
    }

    static byte[] Text(string s) { var b = Encoding.UTF8.GetBytes(s); return new[] { (byte)(b.Length >> 8), (byte)b.Length }.Concat(b).ToArray(); }

    static byte[] Packet(byte head, params byte[][] parts) {
        int length = parts.Sum(p => p.Length);
        var bytes = new List<byte> { head };
        do { bytes.Add((byte)(length % 128 | (length > 127 ? 128 : 0))); length /= 128; } while (length > 0);
        foreach (var part in parts) bytes.AddRange(part);
        return bytes.ToArray();
    }

    public void Publish(string topic, string body) {
        byte[] packet;
        lock (writing) {
            if (++last == 0) last = 1;
            packet = Packet(0x32, Text(topic), new[] { (byte)(last >> 8), (byte)last }, Encoding.UTF8.GetBytes(body));
            waiting[last] = packet;
        }
        Write(packet);
    }

    void Write(byte[] bytes) {
        lock (writing) {
            try { if (stream != null) stream.Write(bytes, 0, bytes.Length); } catch (Exception e) when (e is IOException || e is ObjectDisposedException) { stream = null; }
        }
    }

    int Byte() { int b = stream.ReadByte(); if (b < 0) throw new IOException("closed"); return b; }

    void Run() {
        while (true) {
            try {
                using (var tcp = new TcpClient(host, port) { NoDelay = true }) {
                    var connected = tcp.GetStream(); // for TLS: new SslStream(tcp.GetStream()), AuthenticateAsClient(host)
                    var hello = Packet(0x10, Text("MQTT"), new byte[] { 4, 0xC0, 0, 60 }, Text(code), Text(code), Text(secret));
                    connected.Write(hello, 0, hello.Length);
                    lock (writing) stream = connected;
                    while (true) Take();
                }
            } catch (Exception e) {
                if (!(e is IOException || e is SocketException || e is NullReferenceException || e is ObjectDisposedException)) throw;
                lock (writing) stream = null;
                Thread.Sleep(1000);
            }
        }
    }

    void Take() {
        int head = Byte(), length = 0, shift = 0, b;
        do { b = Byte(); length |= (b & 127) << shift; shift += 7; } while (b > 127);
        var body = new byte[length];
        for (int i = 0; i < length; i++) body[i] = (byte)Byte();
        switch (head >> 4) {
            case 2: // connected: subscribe, and send again what was not acknowledged
                if (body[1] != 0) throw new IOException("refused " + body[1]);
                Write(Packet(0x82, new byte[] { 0, 1 }, Text(filter), new byte[] { 1 }));
                lock (writing) foreach (var packet in waiting.Values) Write(packet);
                break;
            case 3: // told
                int topic = (body[0] << 8 | body[1]) + 2, from = topic + ((head & 6) > 0 ? 2 : 0);
                heard(Encoding.UTF8.GetString(body, from, length - from));
                if ((head & 6) > 0) Write(new byte[] { 0x40, 2, body[topic], body[topic + 1] });
                break;
            case 4: lock (writing) waiting.Remove((ushort)(body[0] << 8 | body[1])); break;
        }
    }
}
