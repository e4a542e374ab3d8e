import EnlaceFiles
import EnlaceModel

extension Terminal {
    /// Asks without echo; where there is no terminal, says which option takes its place.
    static func askPassphrase(_ question: String) throws -> Secret {
        do {
            return try askWithoutEcho(question)
        } catch  where error.code == .usage {
            throw CommandError(.passphraseMissing, object: "--passphrase-fd")
        }
    }

    /// Asks for what an option could have said.
    static func ask(_ question: String, option: String) throws -> String {
        do {
            return try ask(question + " ")
        } catch  where error.code == .usage {
            throw CommandError(.usage, object: option)
        }
    }
}
