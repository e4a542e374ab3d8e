import EnlaceCrypto
package import EnlaceModel
import Foundation

/// Writes and signs leads quickly, in this process, in the name of a person.
package struct LeadWriter: Sendable {
    package let author: ProfileLogin
    package let recipients: [NodeID]
    package let environment: RunEnvironment
    private let draft: DraftDocument

    /// - Parameter bytes: about how long a signed document is to be.
    package init(
        author: ProfileLogin, recipients: [NodeID], environment: RunEnvironment, bytes: Int
    ) throws {
        self.author = author
        self.recipients = recipients
        self.environment = environment
        var length = 1
        var document = try Self.draft(narrative: length)
        let probe = LeadWriter(author, recipients, environment, document)
        let reference = try DocumentReference(node: author.officer.node, year: 2026, serial: 1)
        length += max(0, bytes - (try probe.lead(reference).bytes.count))
        document = try Self.draft(narrative: length)
        draft = document
    }

    private init(
        _ author: ProfileLogin, _ recipients: [NodeID], _ environment: RunEnvironment,
        _ draft: DraftDocument
    ) {
        self.author = author
        self.recipients = recipients
        self.environment = environment
        self.draft = draft
    }

    /// A new lead under this reference.
    package func lead(_ reference: DocumentReference) throws -> (id: MessageID, bytes: [UInt8]) {
        let now = Self.now
        let context = CompletionContext(
            environment: environment, messageID: MessageID(random: SystemRandom()),
            reference: reference,
            author: .init(
                officer: author.officer, certificate: author.signing.certificate.fingerprint),
            now: now, recipients: recipients)
        let document = try draft.complete(context)
        let signed = try SignedDocument.sign(
            content: document.bytes, key: author.signing.key,
            certificate: author.signing.certificate, at: now)
        return (document.header.messageID, signed.derBytes)
    }

    /// The machine's clock: real daemons judge by it.
    package static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
            milliseconds: UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000)
    }

    private static func draft(narrative length: Int) throws -> DraftDocument {
        let narrative = String(repeating: "a", count: max(1, length))
        return try DraftDocument([
            "type": "LEAD", "tlp": "TLP:AMBER+STRICT", "handling": ["H1"], "synthetic": true,
            "urgency": "ROUTINE", "title": "Synthetic lead: recruitment in Tlaxcala",
            "leadType": "SEX_TRAFFICKING", "purpose": "INVESTIGATION",
            "reasonableSuspicion": "REASONABLE_SUSPICION",
            "source": [
                "kind": "VICTIM_STATEMENT", "scheme": "ADMIRALTY", "reliability": "B",
                "credibility": "2", "obtainedLawfully": true,
            ],
            "subjects": [["token": "S1", "role": "RECRUITER"]],
            "narrative": [["lang": "es", "origin": "ORIGINAL", "text": .string(narrative)]],
            "offences": ["18 USC 1591"], "requestedAction": ["VERIFY"], "useAsEvidence": "NO",
            "nationalMarking": "CUI//LES",
        ])
    }
}
