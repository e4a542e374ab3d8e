import ArgumentParser

/// `EnlaceBench limit`: what raw OpenSSL could do at most on this machine.
struct LimitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limit",
        abstract: "Measures the cryptography that a lead cannot do without, with raw OpenSSL.",
        discussion: """
            A lead costs 2 ECDSA P-256 verifications, 1 EC key generation, 2 ECDH, AES-256-GCM and \
            SHA-256 of the bytes handled, whoever implements it. All processors do nothing else.

            Example: EnlaceBench limit --bytes 3072 --seconds 5
            """)

    @Option(help: "Bytes of one signed document.")
    var bytes = 3072

    @Option(help: "Seconds to measure for.")
    var seconds = 5

    func validate() throws {
        guard (1...OpenSSLWork.bytesMax).contains(bytes), (1...3600).contains(seconds) else {
            throw ValidationError("--bytes must be 1 to 16777216 and --seconds 1 to 3600")
        }
    }

    func run() async throws {
        let limit = try await OpenSSLLimit.measure(bytes: bytes, for: .seconds(seconds))
        limit.print()
    }
}
