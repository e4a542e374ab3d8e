import EnlaceFiles
import Glibc
import NIOPosix
import Testing

/// A program run to its end, as a second implementation to talk to.
struct Command {
    let exitCode: Int32
    /// Standard output and standard error together.
    let output: String

    /// Runs a program of the PATH; standard input is empty. Blocks its thread.
    static func run(_ arguments: [String]) throws -> Command {
        let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-command")
        defer { try? FileSystem.removeTree(folder) }
        let log = FileSystem.join(folder, "output")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        let status = posix_spawnp(&process, arguments[0], &actions, nil, words, environ)
        try #require(status == 0, "\(arguments[0]) cannot be started")
        var exit: Int32 = 0
        while waitpid(process, &exit, 0) == -1 { try #require(errno == EINTR) }
        let bytes = try FileSystem.read(log, bytesMax: 1 << 24)
        return Command(
            exitCode: exit & 0x7F == 0 ? exit >> 8 & 0xFF : -1,
            output: String(decoding: bytes, as: UTF8.self))
    }

    /// The same on a thread of its own, so that the other side can go on meanwhile.
    static func runAside(_ arguments: [String]) async throws -> Command {
        try await NIOThreadPool.singleton.runIfActive { try run(arguments) }
    }
}
