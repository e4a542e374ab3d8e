/// How many leads per second this machine could handle if only the cryptography without which no
/// lead can travel were done, on all of its processors at once.
struct OpenSSLLimit: Sendable {
    let processors: Int
    let bytes: Int
    /// Leads per second of all processors together.
    let perSecond: Double
    /// What one lead costs one processor while all of them are busy.
    let costs: [OpenSSLWork.Step: Duration]

    /// Runs on every processor for about that long; nothing else should run meanwhile.
    static func measure(bytes: Int, for duration: Duration) async throws -> OpenSSLLimit {
        let processors = ProcessUsage.processors
        let start = ContinuousClock.now
        let end = start + duration
        let parts = try await withThrowingTaskGroup(of: OpenSSLWork.Tally.self) { group in
            for _ in 0..<processors {
                group.addTask { try OpenSSLWork(bytes: bytes).run(until: end) }
            }
            var parts: [OpenSSLWork.Tally] = []
            for try await part in group { parts.append(part) }
            return parts
        }
        let seconds = (ContinuousClock.now - start).inSeconds
        let count = parts.reduce(0) { $0 + $1.count }
        guard count > 0 else { throw BenchError("not a single lead was done in that time") }
        var costs: [OpenSSLWork.Step: Duration] = [:]
        for step in OpenSSLWork.Step.allCases {
            let total = parts.reduce(Duration.zero) { $0 + ($1.times[step] ?? .zero) }
            costs[step] = total / count
        }
        return OpenSSLLimit(
            processors: processors, bytes: bytes, perSecond: Double(count) / seconds, costs: costs)
    }

    func print() {
        Report.line("processors", "\(processors)")
        Report.line("bytes of a lead", "\(bytes)")
        for step in OpenSSLWork.Step.allCases {
            Report.microseconds(step.rawValue, costs[step] ?? .zero, per: 1)
        }
        Report.rate("limit with raw OpenSSL", perSecond)
    }
}
