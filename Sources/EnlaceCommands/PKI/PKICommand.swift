import ArgumentParser
import EnlaceModel

/// `enlace pki`: authorities, requests and certificates, offline.
struct PKICommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pki", abstract: sentence(.helpPKI),
            subcommands: [
                PKIAuthorityCommand.self, PKIAgencyCommand.self, PKIInstallCommand.self,
                PKIRequestCommand.self, PKIOfficerCommand.self, PKIIssueCommand.self,
                PKIRevokeCommand.self, PKIListCommand.self, PKIShowCommand.self,
                PKICheckCommand.self,
            ])
    }
}
