import ArgumentParser
import EnlaceCrypto
import EnlaceLog
import EnlaceModel

/// `EnlaceBench append`: how fast a log grows and is verified, against the hashing it needs.
struct AppendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "append",
        abstract: "Appends entries to a log in memory, and audits it, against raw SHA-256.",
        discussion: """
            One thread. Every 256 entries a checkpoint is signed, as after a full batch. Nothing is \
            stored: this is what encoding, hashing and the tree cost.

            Example: EnlaceBench append --entries 1000000
            """)

    @Option(help: "How many SENT entries to append.")
    var entries = 1_000_000

    func validate() throws {
        guard (1...100_000_000).contains(entries) else {
            throw ValidationError("--entries must be 1 to 100000000")
        }
    }

    func run() async throws {
        var log = try AppendedLog()
        let appending = try ContinuousClock().measure { try log.append(entries) }
        let checkpoint = try log.checkpoint()
        let before = ProcessUsage.residentBytesMax
        let auditing = try log.audit(entries, checkpoint: checkpoint)
        let raw = try RawHashing.time(entries: entries, entryBytes: log.entryBytes)
        let limit = Double(entries) / raw.inSeconds
        Report.line("entries", Report.grouped(Double(entries)))
        Report.line("bytes of an entry", "\(log.entryBytes)")
        Report.rate("appended", Double(entries) / appending.inSeconds)
        Report.rate("audited", Double(entries) / auditing.inSeconds)
        Report.rate("limit with raw SHA-256", limit)
        Report.share("share of the limit, appending", raw.inSeconds, of: appending.inSeconds)
        Report.share("share of the limit, auditing", raw.inSeconds, of: auditing.inSeconds)
        Report.line("audit took", "\(Report.decimal(auditing.inSeconds, places: 2)) s")
        let megabytes = Double(ProcessUsage.residentBytesMax) / 1_048_576
        Report.line("memory at most", "\(Report.decimal(megabytes, places: 1)) MB")
        let grown = Double(ProcessUsage.residentBytesMax - before) / 1_048_576
        Report.line("of it for the audit", "\(Report.decimal(grown, places: 1)) MB")
    }
}
