import EnlaceFiles
import EnlaceModel

extension Profile {
    var json: JSONValue {
        [
            "format": .string(Self.format),
            "officer": .string(officer.text),
            "address": .string(address),
            "authorities": .array(authorities.map(JSONValue.string)),
            "clientCertificate": .string(clientCertificate),
            "clientKey": .string(clientKey),
            "signingCertificate": .string(signingCertificate),
            "signingKey": .string(signingKey),
            "language": .string(language.rawValue),
            "zone": .string(zone),
        ]
    }

    private static let names = [
        "format", "officer", "address", "authorities", "clientCertificate", "clientKey",
        "signingCertificate", "signingKey", "language", "zone",
    ]

    /// Reads a profile strictly: every member known and present.
    init(_ bytes: [UInt8], object: String) throws {
        let value = try JSONParser.parse(bytes)
        let unknown = value.objectValue?.names.filter { !Self.names.contains($0) } ?? []
        guard unknown.isEmpty else {
            throw CommandError(
                .profileInvalid, object: object, context: ["reason": unknown.joined(separator: " ")]
            )
        }
        func text(_ name: String) throws -> String {
            guard let text = value[name]?.stringValue, !text.isEmpty else {
                throw CommandError(.profileInvalid, object: object, context: ["reason": name])
            }
            return text
        }
        guard try text("format") == Self.format,
            let authorities = value["authorities"]?.arrayValue?.compactMap(\.stringValue),
            !authorities.isEmpty, let language = Language(rawValue: try text("language"))
        else {
            throw CommandError(.profileInvalid, object: object, context: ["reason": "format"])
        }
        self.init(
            officer: try OfficerID(text("officer")), address: try text("address"),
            authorities: authorities, clientCertificate: try text("clientCertificate"),
            clientKey: try text("clientKey"), signingCertificate: try text("signingCertificate"),
            signingKey: try text("signingKey"), language: language, zone: try text("zone"))
    }
}
