import EnlaceFiles
import EnlaceModel
import Glibc

/// A program started by the demonstration, with its output in files; stopped when told to.
struct ChildProcess: Sendable {
    /// How often is looked whether something has happened.
    static let pollInterval = Duration.milliseconds(20)
    private static let outputBytesMax = 16 << 20
    /// POSIX_SPAWN_SETSID of `spawn.h`, which a feature macro hides from here.
    private static let newSession: Int16 = 0x80

    let processID: pid_t
    /// The path of its two output files without their endings `.out` and `.err`.
    let log: String

    /// Lets nothing that was open here stay open in programs started from now on: whoever waits for
    /// the end of such a pipe would wait for daemons that are kept running.
    static func keepDescriptors() throws {
        for name in try FileSystem.list("/proc/self/fd") {
            guard let descriptor = Int32(name), descriptor > STDERR_FILENO else { continue }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }

    /// Starts a program in a session of its own, so that Control-C reaches only the demonstration,
    /// which then stops its children in order.
    ///
    /// - Parameter secret: a file that the program finds open for reading as descriptor 3.
    static func start(
        _ executable: String, _ arguments: [String], log: String, secret: String? = nil
    ) throws -> ChildProcess {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_APPEND
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, log + ".out", writing, 0o600)
        unsafe posix_spawn_file_actions_addopen(
            &actions, STDERR_FILENO, log + ".err", writing, 0o600)
        if let secret {
            unsafe posix_spawn_file_actions_addopen(&actions, 3, secret, O_RDONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setflags(&attributes, newSession)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([executable] + arguments).map {
            unsafe strdup($0)
        }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        var processID: pid_t = 0
        let status = unsafe posix_spawn(
            &processID, executable, &actions, &attributes, words, environ)
        guard status == 0 else {
            throw CommandError(
                .fileUnreadable, object: executable, context: ["errno": String(status)])
        }
        return ChildProcess(processID: processID, log: log)
    }

    /// What it has written so far.
    var output: String { text(".out") }
    var diagnostics: String { text(".err") }

    private func text(_ ending: String) -> String {
        let bytes = try? FileSystem.read(log + ending, bytesMax: Self.outputBytesMax)
        return String(decoding: bytes ?? [], as: UTF8.self)
    }

    /// Waits for its end; the exit code, or 128 plus the signal that ended it.
    ///
    /// One that takes longer than the limit, or outlasts the person's patience, is killed.
    func ended(within limit: Duration) async throws -> Int32 {
        let end = ContinuousClock.now + limit
        while true {
            if let status = collect() { return status }
            do {
                try Interruption.check()
                guard ContinuousClock.now < end else {
                    throw CommandError(
                        .stepFailed, object: log, context: ["reason": "no end within \(limit)"])
                }
            } catch {
                kill()
                throw error
            }
            try await Task.sleep(for: Self.pollInterval)
        }
    }

    /// The exit code when it has ended.
    func collect() -> Int32? {
        var status: Int32 = 0
        guard unsafe waitpid(processID, &status, WNOHANG) == processID else { return nil }
        return Self.code(status)
    }

    /// Asks it to end in order.
    func terminate() { Glibc.kill(processID, SIGTERM) }

    /// Ends it at once and collects it.
    func kill() {
        Glibc.kill(processID, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(processID, &status, 0) < 0 && errno == EINTR {}
    }

    private static func code(_ status: Int32) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
