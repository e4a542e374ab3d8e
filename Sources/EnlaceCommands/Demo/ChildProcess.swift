import EnlaceModel
import Glibc

/// A program started by the demonstration, with its output in files; stopped when told to.
struct ChildProcess: Sendable {
    let processID: pid_t
    let name: String

    /// What a finished program left behind.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
    }

    /// Starts a program with standard output and error in the files given, and descriptor 3 open for
    /// reading on `secret` when there is one.
    static func start(
        _ executable: String, _ arguments: [String], output: String, diagnostics: String,
        secret: String? = nil
    ) throws -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_APPEND
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, writing, 0o600)
        unsafe posix_spawn_file_actions_addopen(
            &actions, STDERR_FILENO, diagnostics, writing, 0o600)
        if let secret {
            unsafe posix_spawn_file_actions_addopen(&actions, 3, secret, O_RDONLY, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([executable] + arguments).map {
            unsafe strdup($0)
        }
        unsafe words.append(nil)
        defer { for word in unsafe words { unsafe free(word) } }
        var processID: pid_t = 0
        let status = unsafe posix_spawn(&processID, executable, &actions, nil, words, environ)
        guard status == 0 else {
            throw CommandError(
                .fileUnreadable, object: executable, context: ["errno": String(status)])
        }
        return ChildProcess(processID: processID, name: executable)
    }

    /// Waits for its end; the exit code, or 128 plus the signal that ended it.
    @discardableResult
    func wait() -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Whether it is still running; a finished one is collected.
    var isRunning: Bool {
        var status: Int32 = 0
        return unsafe waitpid(processID, &status, WNOHANG) == 0
    }

    func stop() { kill(processID, SIGTERM) }
}
