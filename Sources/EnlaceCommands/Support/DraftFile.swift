import EnlaceFiles
import EnlaceModel

/// A draft in a file; what is wrong with its JSON is told of the file.
enum DraftFile {
    static func json(_ file: String) throws -> JSONValue {
        let bytes = try FileSystem.read(file, bytesMax: Limits.documentBytesMax)
        return try told(of: file) { () throws(ModelError) in try JSONParser.parse(bytes) }
    }

    static func open(_ file: String, language: Language) throws -> DraftDocument {
        let value = try json(file)
        return try told(of: file) { () throws(ModelError) in
            try DraftDocument(value, language: language)
        }
    }

    private static func told<Value>(
        of file: String, _ work: () throws(ModelError) -> Value
    ) throws -> Value {
        do {
            return try work()
        } catch {
            throw CommandError(
                error.code, object: file, context: error.context, details: error.details)
        }
    }
}
