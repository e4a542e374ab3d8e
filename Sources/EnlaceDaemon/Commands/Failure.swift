import ArgumentParser
import EnlaceModel
import Glibc

/// Tells an error on standard error in the reader's language and ends with its exit code.
enum Failure {
    /// Runs a command's work; an error becomes text and an exit code.
    static func reporting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as ArgumentParser.ExitCode {
            throw error
        } catch let error as any CodedError {
            tell(error)
            throw ArgumentParser.ExitCode(error.code.exitCode.rawValue)
        } catch {
            let unknown = DaemonError(.internalError, object: "enlaced")
            tell(unknown)
            throw ArgumentParser.ExitCode(unknown.code.exitCode.rawValue)
        }
    }

    static func tell(_ error: any CodedError, language: Language = .ofProcess) {
        let cause = ["object": error.object, "cause": error.cause(in: language)]
        note("enlaced: \(error.code.rawValue)")
        note("  \(Catalogue.text(.errorCause, language: language, cause))")
        for detail in error.details {
            note("    \(detail.pointer): \(detail.code.rawValue): \(detail.expectation)")
        }
        let next = ["nextStep": error.nextStep(in: language)]
        note("  \(Catalogue.text(.errorNextStep, language: language, next))")
    }

    static func note(_ line: String) { write("\(line)\n", to: STDERR_FILENO) }

    /// Results, for people and scripts.
    static func say(_ line: String) { write("\(line)\n", to: STDOUT_FILENO) }

    private static func write(_ text: String, to descriptor: CInt) {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
    }
}
