import EnlaceCrypto
import EnlaceModel
import EnlaceWire

/// From a checked draft to the node's commit.
struct Submission {
    /// How often the signed bytes are offered when the answer is lost.
    static let attemptsMax = 3

    let desk: OfficerDesk
    let run: CommandRun

    /// Reserves a reference, completes and signs the draft, and submits it.
    func submit(_ addressed: AddressedDraft, inReplyTo: String?) async throws -> ClientItem {
        let prepared = try await run.withNode { client in
            try await prepare(addressed, inReplyTo, client)
        }
        return try await submit(addressed, prepared)
    }

    /// As the other, under a reference that was reserved before.
    func submit(_ addressed: AddressedDraft, _ prepared: ClientPrepared) async throws -> ClientItem
    {
        try await submitSigned(sign(addressed, prepared).derBytes)
    }

    /// Keeps the bytes in the outbox before they are sent, and sends them again after a lost answer.
    func submitSigned(_ bytes: [UInt8]) async throws -> ClientItem {
        let signed = try UnverifiedSignedDocument(bytes)
        let document = try UncheckedDocument(signed.content).check(.author, language: run.language)
        let outbox = Outbox(profile: desk.file)
        try outbox.keep(bytes, messageID: document.header.messageID)
        do {
            let item = try await send(bytes)
            try outbox.remove(document.header.messageID)
            return item
        } catch let error as any CodedError where error.code.kind == .rejected {
            // Refused for good: what was refused must not be offered again by `--outbox`.
            try outbox.remove(document.header.messageID)
            throw error
        } catch {
            if !run.options.json {
                run.console.note(
                    run.text(.keptInOutbox, ["ref": document.header.reference.text]))
            }
            throw error
        }
    }

    /// Sends what interrupted submits left behind.
    func submitWaiting() async throws -> [ClientItem] {
        var items: [ClientItem] = []
        for waiting in try Outbox(profile: desk.file).waiting() {
            items.append(try await submitSigned(waiting.bytes))
        }
        return items
    }

    private func prepare(
        _ addressed: AddressedDraft, _ inReplyTo: String?, _ client: NodeClient
    ) async throws -> ClientPrepared {
        let request = ClientPrepare.make { prepare in
            prepare.type = addressed.draft.type.code
            prepare.recipients = addressed.recipients.map(\.text)
            prepare.target = inReplyTo ?? addressed.draft.inReplyTo?.messageID.text ?? ""
        }
        guard case .prepared(let prepared) = try await client.request(.prepare(request)) else {
            throw NodeClient.unexpected("prepare")
        }
        guard prepared.unknownRecipients.isEmpty else {
            throw CommandError(
                .recipientUnknown, object: prepared.unknownRecipients.joined(separator: " "))
        }
        return prepared
    }

    private func sign(
        _ addressed: AddressedDraft, _ prepared: ClientPrepared
    ) throws -> UnverifiedSignedDocument {
        let now = SystemClock().now()
        let target = prepared.hasTarget ? prepared.target : nil
        let context = CompletionContext(
            environment: try RunEnvironment(word: prepared.environment),
            messageID: MessageID(random: SystemRandom()),
            reference: try DocumentReference(prepared.reference), author: try desk.author(),
            now: now, recipients: addressed.recipients,
            inReplyTo: try target.map { try $0.identity.identity },
            threadID: try target.map { try MessageID(bytes: $0.threadID) })
        let document = try addressed.draft.complete(context, language: run.language)
        return try desk.sign(document.bytes, at: now)
    }

    private static func answerIsLost(_ error: any CodedError) -> Bool {
        error.code == .sessionClosed || error.code == .sessionTimeout
    }

    private func send(_ bytes: [UInt8]) async throws -> ClientItem {
        var attempt = 1
        while true {
            do {
                return try await run.withNode { client in
                    let request = ClientSubmit.make { $0.signedDocument = .init(wire: bytes) }
                    guard case .submitted(let done) = try await client.request(.submit(request))
                    else { throw NodeClient.unexpected("submit") }
                    return done.item
                }
            } catch let error as any CodedError
                where Self.answerIsLost(error) && attempt < Self.attemptsMax
            {
                // The node may have stored it: the same bytes get the same answer.
                attempt += 1
            }
        }
    }
}
