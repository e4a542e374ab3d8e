import ArgumentParser
import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStoreSQLite
import EnlaceTestSupport

/// `EnlaceBench exchange`: two real daemons, and how many leads a second get from one to the other.
struct ExchangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract: "Sends leads from one real daemon to another, and counts the receipts.",
        discussion: """
            Sets up two nodes by `enlace demo --keep` in a temporary folder, signs all leads, submits \
            them over several connections, and waits for the receipts at the origin. Afterwards both \
            daemons are stopped and their stores reopened: every receipt is counted, every document \
            must be at the peer once, and every log must verify; else no figure is printed.

            Example: EnlaceBench exchange --leads 10000 --bytes 3072
            """)

    /// Without a new receipt for this long, the run is given up.
    private static let patience = Duration.seconds(30)
    private static let limitSeconds = 3

    @Option(help: "How many leads.")
    var leads = 10_000

    @Option(help: "Bytes of one signed lead.")
    var bytes = 3072

    @Option(help: "Connections that submit at the same time.")
    var connections = 16

    @Option(
        help: "An empty or absent folder for both nodes, kept afterwards; else a temporary one.")
    var folder: String?

    func validate() throws {
        guard (1...200_000).contains(leads), (1024...1_000_000).contains(bytes),
            (1...32).contains(connections)
        else {
            throw ValidationError(
                "--leads must be 1 to 200000, --bytes 1024 to 1000000, --connections 1 to 32")
        }
    }

    func run() async throws {
        let limit = try await OpenSSLLimit.measure(
            bytes: bytes, for: .seconds(Self.limitSeconds))
        let pair = try await NodePair.make(in: folder)
        defer { try? pair.remove(keepingFolder: folder != nil) }
        var figures = ExchangeFigures()
        let ids = try await exchange(pair, &figures)
        try await pair.stop()
        try await verify(pair, ids, &figures)
        figures.print(limit: limit)
    }

    /// The measurement itself; the identifiers of the leads that were submitted.
    private func exchange(
        _ pair: NodePair, _ figures: inout ExchangeFigures
    ) async throws -> Set<MessageID> {
        let generator = LoadGenerator(
            login: try pair.us.login(.officer), connections: connections)
        let watch = ReceiptWatch(login: try pair.us.login(.auditor), peer: pair.mx.node)
        let writer = try LeadWriter(
            author: generator.login, recipients: [pair.mx.node], environment: .training,
            bytes: bytes)
        let before = try await watch.count()
        let nodes = [pair.us, pair.mx].map { ($0.node.text, ProcessMeter(processID: $0.processID)) }
        figures.idleBytes = try nodes.map { ($0.0, try $0.1.resident.now) }
        let prepared = try await generator.prepare(leads, writer)
        figures.leads = prepared.count
        figures.connections = connections
        figures.leadBytes = prepared.reduce(0) { $0 + $1.bytes.count } / prepared.count

        let times = try nodes.map { try $0.1.processorTime }
        let flushes = try ProcessMeter.diskFlushes()
        let own = ProcessUsage.processorTime
        let start = ContinuousClock.now
        async let submitting: Void = generator.submit(prepared)
        try await watch.wait(for: before + prepared.count, patience: Self.patience)
        figures.elapsed = ContinuousClock.now - start
        figures.generatorTime = ProcessUsage.processorTime - own
        figures.flushes = try ProcessMeter.diskFlushes() - flushes
        figures.nodeTimes = try zip(nodes, times).map { node, time in
            (node.0, try node.1.processorTime - time)
        }
        figures.peakBytes = try nodes.map { ($0.0, try $0.1.resident.max) }
        try await submitting
        return Set(prepared.map(\.id))
    }

    /// Opens both stores again; throws when anything is missing, double or does not verify.
    private func verify(
        _ pair: NodePair, _ ids: Set<MessageID>, _ figures: inout ExchangeFigures
    ) async throws {
        guard ids.count == leads else { throw BenchError("\(ids.count) distinct leads were made") }
        let origin = try await pair.audit(pair.us)
        let peer = try await pair.audit(pair.mx)
        let contradictions = origin.contradictions(for: ids, at: peer)
        guard contradictions.isEmpty else {
            throw BenchError("the stores disagree: \(contradictions.joined(separator: "; "))")
        }
        figures.entryCount = origin.entryCount + peer.entryCount
        figures.latencies = ids.compactMap { id in
            origin.outgoing[id].flatMap { row in row.receivedAt?.since(row.queuedAt) }
        }
    }
}
