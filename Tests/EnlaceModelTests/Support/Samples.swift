import Foundation

@testable import EnlaceModel

/// The sample documents: invented persons and cases, in the form in which officers write drafts.
enum Samples {
    /// The six of the types that are known.
    static let names = [
        "mx-fgjcdmx-trata-2025-000077", "mx-fgr-fevimtra-2025-000093",
        "us-dhs-hsi-nyc-2025-000417", "us-dol-whd-phx-2025-000058", "us-fbi-cetf-mia-2025-000066",
        "us-usms-ffo-mex-2025-000032",
    ]

    /// Two of types that are not known yet.
    static let namesOfUnknownTypes = [
        "mx-fgr-dgpi-2025-000019", "us-doj-crt-htpu-2025-000012",
    ]

    /// The root of the project, found from this file.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ name: String) throws -> [UInt8] {
        let file = Bundle.module.url(
            forResource: name, withExtension: "json", subdirectory: "Samples")
        return try Array(Data(contentsOf: file ?? URL(filePath: "/missing/\(name)")))
    }

    static func json(_ name: String) throws -> JSONObject {
        try JSONParser.parse(bytes(name)).objectValue ?? JSONObject()
    }

    static func draft(_ name: String) throws -> DraftDocument {
        try DraftDocument(parsing: bytes(name))
    }

    /// What the client would know for a sample; its number names its node.
    static func context(_ json: JSONObject) throws -> CompletionContext {
        let reference = try DocumentReference(json["humanRef"]?.stringValue ?? "")
        let author = DocumentHeader.Author(
            officer: try OfficerID(node: reference.node, opaque: "a7f3"),
            certificate: try SHA256Digest(bytes: [UInt8](repeating: 0xC5, count: 32)))
        return CompletionContext(
            environment: .training,
            messageID: try MessageID("0192f0c1-7c3e-4a55-9d2b-0a1b2c3d4e5f"), reference: reference,
            author: author, now: try Timestamp("2026-11-23T20:31:07.042Z"))
    }

    static func completed(_ name: String) throws -> SignableDocument {
        try draft(name).complete(context(json(name)))
    }

    /// A sample with some members replaced, or removed by `nil`.
    static func changed(_ name: String, _ changes: [String: JSONValue?]) throws -> JSONValue {
        var json = try json(name)
        for (name, value) in changes { json[name] = value }
        return .object(json)
    }
}
