import EnlaceFiles
import EnlaceModel

/// Where the demonstration takes place: the folder, both programs, and what is running. Everything
/// goes through here, so that everything can be taken away again.
final class DemoStage {
    /// The longest that one command may take.
    static let commandLimit = Duration.seconds(60)
    /// The longest that is waited for a daemon to start or stop, or for a document to arrive.
    static let waitLimit = Duration.seconds(60)

    let folder: String
    let enlace: String
    let enlaced: String
    private let run: CommandRun
    private var daemons: [ChildProcess] = []
    private var stepCount = 0

    var passphraseFile: String { FileSystem.join(folder, "passphrase") }
    var lead: String { FileSystem.join(folder, "lead.json") }

    /// - Parameter folder: absent or empty; without it a temporary one.
    init(folder: String?, _ run: CommandRun) throws {
        self.run = run
        try ChildProcess.keepDescriptors()
        let programs = FileSystem.parent(of: try ProcessImage.path())
        enlace = FileSystem.join(programs, "enlace")
        enlaced = FileSystem.join(programs, "enlaced")
        guard FileSystem.exists(enlaced) else {
            throw CommandError(.fileNotFound, object: enlaced)
        }
        self.folder = try folder.map(Self.make) ?? FileSystem.makeTemporaryFolder(prefix: "enlace")
        try FileSystem.makeFolder(path("steps"), mode: .privateFolder)
    }

    private static func make(_ name: String) throws -> String {
        let path = FileSystem.join(FileSystem.currentFolder, name)
        if FileSystem.exists(path) {
            guard FileSystem.isFolder(path), try FileSystem.list(path).isEmpty else {
                throw CommandError(.fileExists, object: path)
            }
        }
        try FileSystem.makeFolder(path, mode: .privateFolder)
        return path
    }

    func path(_ name: String) -> String { FileSystem.join(folder, name) }

    /// Says what comes next, in the language of the person who watches.
    func tell(_ key: MessageKey, _ values: [String: String] = [:]) {
        say("")
        say(run.text(.demoStep, ["text": run.text(key, values)]))
    }

    /// With `--json` only the last object goes to standard output.
    func say(_ line: String) { run.options.json ? run.console.note(line) : run.console.print(line) }

    /// Starts the daemon of a node and waits until both its ports listen.
    func startDaemon(_ node: DemoNode) async throws -> ChildProcess {
        let arguments = ["run", "--config", node.configuration]
        say("$ \(shown(enlaced, arguments, asks: false)) &")
        let daemon = try ChildProcess.start(enlaced, arguments, log: node.log)
        daemons.append(daemon)
        try await wait(for: node.runFile) {
            if let status = daemon.collect() {
                daemons.removeAll { $0.processID == daemon.processID }
                throw failure(daemon, status, shown(enlaced, arguments, asks: false))
            }
            return FileSystem.exists(node.runFile) ? true : nil
        }
        return daemon
    }

    /// Stops the daemons in good order; each must end with 0.
    func stopDaemons() async throws {
        for daemon in daemons { daemon.terminate() }
        while let daemon = daemons.first {
            let status = try await daemon.ended(within: Self.waitLimit)
            daemons.removeFirst()
            guard status == 0 else { throw failure(daemon, status, "enlaced run") }
        }
    }

    /// Leaves nothing running, whatever happened.
    func killDaemons() {
        for daemon in daemons { daemon.kill() }
        daemons = []
    }

    func removeFolder() throws { try FileSystem.removeTree(folder) }

    /// Runs a command and shows it with what it printed; it must end with 0.
    @discardableResult
    func perform(_ program: String, _ arguments: [String], asks: Bool = true) async throws -> String
    {
        say("$ \(shown(program, arguments, asks: asks))")
        let output = try await start(program, arguments, asks: asks)
        for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            say(String(line))
        }
        return output
    }

    /// Runs a command that is shown only when it fails.
    func quietly(_ program: String, _ arguments: [String]) async throws -> String {
        try await start(program, arguments, asks: true)
    }

    private func start(
        _ program: String, _ arguments: [String], asks: Bool
    ) async throws -> String {
        try Interruption.check()
        stepCount += 1
        let child = try ChildProcess.start(
            program, arguments, log: path("steps/\(stepCount)"),
            secret: asks ? passphraseFile : nil)
        let status = try await child.ended(within: Self.commandLimit)
        guard status == 0 else {
            throw failure(child, status, shown(program, arguments, asks: asks))
        }
        return child.output
    }

    /// Asks again and again, with short pauses, until there is an answer.
    @discardableResult
    func wait<Answer>(
        for what: String, _ question: () async throws -> Answer?
    ) async throws -> Answer {
        let end = ContinuousClock.now + Self.waitLimit
        while true {
            try Interruption.check()
            if let answer = try await question() { return answer }
            guard ContinuousClock.now < end else {
                throw CommandError(
                    .stepFailed, object: what, context: ["reason": "\(Self.waitLimit)"])
            }
            try await Task.sleep(for: ChildProcess.pollInterval)
        }
    }

    /// Shows what a program that failed has written.
    private func failure(
        _ child: ChildProcess, _ status: Int32, _ command: String
    ) -> CommandError {
        for text in [child.output, child.diagnostics] where !text.isEmpty {
            run.console.note(VisibleText.make(text, keepingLines: true))
        }
        return CommandError(
            .stepFailed, object: command,
            context: ["reason": "exit code \(status)"])
    }

    /// A command as a person can type it after `. env.sh`.
    private func shown(_ program: String, _ arguments: [String], asks: Bool) -> String {
        let words = arguments.map { word in
            let short = word.split(separator: folder, omittingEmptySubsequences: false)
                .joined(separator: "$ENLACE_DEMO")
            return short.contains(where: { " ;'\"()".contains($0) }) ? "\"\(short)\"" : short
        }
        return ([FileSystem.name(of: program)] + words).joined(separator: " ")
            + (asks ? " 3<$ENLACE_DEMO/passphrase" : "")
    }
}
