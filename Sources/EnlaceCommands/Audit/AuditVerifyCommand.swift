import ArgumentParser
import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceWire

/// `enlace audit verify`: fetches every entry of every log, recomputes the trees on this machine, and
/// compares with the signed checkpoints and with what was seen the last time.
struct AuditVerifyCommand: EnlaceSubcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: sentence(.helpAuditVerify),
            discussion: "enlace audit verify --json")
    }

    @OptionGroup var options: GlobalOptions

    func perform(_ run: CommandRun) async throws {
        let desk = try run.desk()
        let memory = CheckpointMemory(profile: desk.file)
        let verdicts = try await run.withNode { client in
            guard
                case .auditLogs(let list) = try await client.request(.auditLogs(ClientAuditLogs()))
            else { throw NodeClient.unexpected("audit logs") }
            var verdicts: [LogVerdict] = []
            for log in list.logs {
                verdicts.append(try await LogAudit(log, memory: memory, client: client).verify())
            }
            return verdicts
        }
        run.show(
            json: ListJSON.make(verdicts.map(\.json)),
            lines: verdicts.map { $0.line(in: run.language) })
        if let failure = verdicts.lazy.compactMap(\.failure).first {
            throw CommandError(
                .verificationFailed, object: failure.object,
                context: failure.context.merging(["reason": failure.code.rawValue]) { old, _ in old
                }
            )
        }
    }
}
