import EnlaceCrypto
import EnlaceFiles
package import EnlaceModel
package import Glibc

/// One node of a pair: its files, its people, and the daemon that runs it while it runs.
///
/// Used by one task at a time.
package final class NodeProcess: @unchecked Sendable {
    /// The people of a node whose profiles are known.
    package enum Person: String, Sendable, CaseIterable {
        case officer
        case auditor
        case administrator
    }

    /// How long a daemon may take to be ready, and to end.
    private static let startMax = Duration.seconds(30)
    private static let stopMax = Duration.seconds(30)

    package let node: NodeID
    /// The configuration file.
    package let configuration: String
    /// The data folder.
    package let data: String
    package let profiles: [Person: String]
    package let passphraseFile: String
    private let logs: String
    private var program: Program?
    private var starts = 0

    package init(
        node: NodeID, configuration: String, data: String, profiles: [Person: String],
        passphraseFile: String, logs: String
    ) {
        self.node = node
        self.configuration = configuration
        self.data = data
        self.profiles = profiles
        self.passphraseFile = passphraseFile
        self.logs = logs
    }

    package var store: String { FileSystem.join(data, "store/enlace.sqlite") }
    package var processID: pid_t { program?.processID ?? 0 }
    package var isRunning: Bool { program?.isRunning ?? false }
    /// What the daemon has logged since it was started last.
    package var errors: String { program?.errors ?? "" }

    /// Starts the daemon and waits until both ports listen.
    package func start() async throws {
        let program = try launch()
        let isReady = await Program.poll(until: .now + Self.startMax) {
            if program.output.contains("enlaced ready") { return true }
            return program.isRunning ? nil : false
        }
        guard isReady == true else {
            program.kill()
            throw ModelError(
                .internalError, object: node.text, context: ["errors": program.errors])
        }
    }

    /// Starts the daemon without waiting for it.
    @discardableResult
    package func launch() throws -> Program {
        starts += 1
        let program = try Program.start(
            "enlaced", ["run", "--config", configuration, "--log-level", "notice"],
            log: FileSystem.join(logs, "\(node.text)-\(starts)"))
        self.program = program
        return program
    }

    /// Asks the daemon to end and waits; throws when it ends with anything but 0.
    package func stop() async throws {
        guard let program else { return }
        program.stop()
        let outcome = try await program.ended(within: Self.stopMax)
        guard outcome.status == 0 else {
            throw ModelError(
                .internalError, object: node.text,
                context: ["status": "\(outcome.status)", "errors": outcome.errors])
        }
    }

    /// Ends the daemon as a power failure would.
    package func kill() { program?.kill() }

    package func login(_ person: Person) throws -> ProfileLogin {
        try ProfileLogin(profile: profile(person), passphraseFile: passphraseFile)
    }

    /// Runs `enlace` as this person.
    package func enlace(
        _ arguments: [String], as person: Person, limit: Duration = .seconds(60)
    ) async throws -> Program.Outcome {
        try await Program.run(
            "enlace",
            arguments + ["--profile", profile(person), "--passphrase-fd", "3"], in: logs,
            secret: passphraseFile, environment: ["LC_ALL": "C"], limit: limit)
    }

    /// As `enlace`, for the one JSON object on standard output; throws unless it ended with 0.
    package func object(
        _ arguments: [String], as person: Person
    ) async throws -> JSONValue {
        let outcome = try await enlace(arguments + ["--json"], as: person)
        guard outcome.status == 0 else {
            throw ModelError(
                .internalError, object: "enlace \(arguments.joined(separator: " "))",
                context: ["status": "\(outcome.status)", "errors": outcome.errors])
        }
        return try JSONParser.parse(Array(outcome.output.utf8))
    }

    /// The public key of the node's logs.
    func logKey() throws -> [UInt8] {
        try Ed25519.publicKey(of: PrivateKey.load(file: FileSystem.join(data, "keys/log.key")))
    }

    private func profile(_ person: Person) throws -> String {
        guard let path = profiles[person] else {
            throw ModelError(.notFound, object: "\(node) \(person)")
        }
        return path
    }
}
