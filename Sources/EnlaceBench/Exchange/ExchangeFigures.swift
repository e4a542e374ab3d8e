import EnlaceModel
import EnlaceTestSupport

/// What a run measured; printed only when the stores bear it out.
struct ExchangeFigures {
    var leads = 0
    var leadBytes = 0
    var connections = 0
    var elapsed = Duration.zero
    var generatorTime = Duration.zero
    var nodeTimes: [(name: String, time: Duration)] = []
    var idleBytes: [(name: String, bytes: Int)] = []
    var peakBytes: [(name: String, bytes: Int)] = []
    var flushes = 0
    var latencies: [Duration] = []
    var entryCount: UInt64 = 0

    private var rate: Double { Double(leads) / elapsed.inSeconds }

    func print(limit: OpenSSLLimit) {
        Report.line("leads", Report.grouped(Double(leads)))
        Report.line("bytes of a signed lead", "\(leadBytes)")
        Report.line("connections", "\(connections)")
        Report.line("from first submit to last receipt", seconds(elapsed))
        Report.rate("leads with receipts", rate)
        Report.line("queued to received, p50", milliseconds(percentile(50)))
        Report.line("queued to received, p99", milliseconds(percentile(99)))
        for (name, time) in nodeTimes {
            Report.microseconds("CPU per lead, \(name)", time, per: leads)
        }
        Report.microseconds("CPU per lead, generator", generatorTime, per: leads)
        Report.line(
            "disk flushes",
            "\(Report.grouped(Double(flushes) / elapsed.inSeconds))/s (/proc/diskstats)")
        for (name, bytes) in idleBytes { Report.line("idle memory, \(name)", megabytes(bytes)) }
        for (name, bytes) in peakBytes { Report.line("peak memory, \(name)", megabytes(bytes)) }
        limit.print()
        Report.share("share of the limit", rate, of: limit.perSecond)
        Report.line("verified", "\(leads) receipts, \(entryCount) log entries in both stores")
    }

    private func percentile(_ part: Int) -> Duration {
        let sorted = latencies.sorted()
        guard !sorted.isEmpty else { return .zero }
        return sorted[min(sorted.count - 1, sorted.count * part / 100)]
    }

    private func seconds(_ time: Duration) -> String {
        "\(Report.decimal(time.inSeconds, places: 2)) s"
    }

    private func milliseconds(_ time: Duration) -> String {
        "\(Report.decimal(time.inSeconds * 1000, places: 1)) ms"
    }

    private func megabytes(_ bytes: Int) -> String {
        "\(Report.decimal(Double(bytes) / 1_048_576, places: 1)) MB"
    }
}
