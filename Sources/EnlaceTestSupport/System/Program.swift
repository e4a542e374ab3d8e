import EnlaceFiles
import EnlaceModel
import Foundation
package import Glibc

/// A program of this build as a child process: input from nowhere, output and errors in files.
///
/// Waiting is bounded always, and done on a thread of its own, so that the tests beside this one go
/// on.
package final class Program: @unchecked Sendable {
    /// How often is looked whether the process has ended.
    private static let pollMilliseconds: Int32 = 5

    /// What a program left behind.
    package struct Outcome: Sendable {
        /// The exit code, or 128 and the number of the signal that ended it.
        package let status: Int32
        package let output: String
        package let errors: String
    }

    package let processID: pid_t
    private let outputFile: String
    private let errorFile: String
    // Guarded by the lock: a process may be waited for only once.
    private let lock = NSLock()
    private var status: Int32?

    private init(processID: pid_t, outputFile: String, errorFile: String) {
        self.processID = processID
        self.outputFile = outputFile
        self.errorFile = errorFile
    }

    deinit { kill() }

    /// Where the programs of this build lie: beside the running executable, or beside the test
    /// bundle.
    package static func path(_ name: String) throws -> String {
        let own = CommandLine.arguments.first ?? ""
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        for start in [bundle, own, link] {
            guard let start else { continue }
            let path = FileSystem.join(FileSystem.parent(of: start), name)
            if FileSystem.exists(path) { return path }
        }
        throw ModelError(.notFound, object: name)
    }

    /// Starts a program of this build.
    ///
    /// - Parameters:
    ///   - log: the path of the two files for its output, without their endings.
    ///   - secret: a file that the program finds open as descriptor 3.
    package static func start(
        _ name: String, _ arguments: [String], log: String, secret: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Program {
        let path = try path(name)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let mode = O_WRONLY | O_CREAT | O_APPEND
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log + ".out", mode, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, log + ".err", mode, 0o600)
        if let secret { posix_spawn_file_actions_addopen(&actions, 3, secret, O_RDONLY, 0) }
        let inherited = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var words = cStrings([path] + arguments)
        var settings = cStrings(inherited.map { "\($0.key)=\($0.value)" })
        defer { (words + settings).forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, path, &actions, nil, &words, &settings) == 0 else {
            throw ModelError(.internalError, object: path)
        }
        return Program(processID: process, outputFile: log + ".out", errorFile: log + ".err")
    }

    /// Starts a program in files of its own and waits for its end.
    package static func run(
        _ name: String, _ arguments: [String], in folder: String, secret: String? = nil,
        environment: [String: String] = [:], limit: Duration = .seconds(60)
    ) async throws -> Outcome {
        let log = FileSystem.join(folder, UUID().uuidString)
        let program = try start(
            name, arguments, log: log, secret: secret, environment: environment)
        return try await program.ended(within: limit)
    }

    /// Waits for the end; a program that takes longer is killed and the wait fails.
    package func ended(within limit: Duration = .seconds(30)) async throws -> Outcome {
        let end = ContinuousClock.now + limit
        let status = await Self.poll(until: end) { self.collect() }
        guard let status else {
            kill()
            throw ModelError(
                .internalError, object: "process \(processID)",
                context: ["limit": "\(limit)", "output": output, "errors": errors])
        }
        return Outcome(status: status, output: output, errors: errors)
    }

    package var isRunning: Bool { collect() == nil }

    /// What it has written so far.
    package var output: String { Self.text(outputFile) }
    package var errors: String { Self.text(errorFile) }

    /// Asks it to end in order.
    package func stop() { signal(SIGTERM) }

    /// Ends it as a power failure would, and collects it.
    package func kill() {
        signal(SIGKILL)
        lock.withLock {
            guard status == nil else { return }
            var word: Int32 = 0
            while waitpid(processID, &word, 0) == -1, errno == EINTR {}
            status = Self.status(word)
        }
    }

    /// Whether a process runs, ours or not; one that has ended and was not collected does not.
    package static func exists(_ process: pid_t) -> Bool {
        guard Glibc.kill(process, 0) == 0 else { return false }
        let line = text("/proc/\(process)/stat").split(separator: ")").last ?? ""
        return !line.hasPrefix(" Z")
    }

    /// Asks again and again on a thread of its own, until there is an answer or time is over.
    package static func poll<Answer: Sendable>(
        until end: ContinuousClock.Instant, _ question: @escaping @Sendable () -> Answer?
    ) async -> Answer? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                while true {
                    if let answer = question() { return continuation.resume(returning: answer) }
                    if ContinuousClock.now >= end { return continuation.resume(returning: nil) }
                    _ = Glibc.poll(nil, 0, pollMilliseconds)
                }
            }
        }
    }

    /// Waits a little, without holding up the tasks beside this one.
    package static func pause(_ time: Duration) async {
        _ = await poll(until: .now + time) { Never?.none }
    }

    private func signal(_ number: Int32) {
        lock.withLock { if status == nil { _ = Glibc.kill(processID, number) } }
    }

    /// The status when it has ended.
    private func collect() -> Int32? {
        lock.withLock {
            if let status { return status }
            var word: Int32 = 0
            guard waitpid(processID, &word, WNOHANG) == processID else { return nil }
            status = Self.status(word)
            return status
        }
    }

    private static func status(_ word: Int32) -> Int32 {
        let signal = word & 0x7F
        return signal == 0 ? (word >> 8) & 0xFF : 128 + signal
    }

    private static func text(_ path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }
}
