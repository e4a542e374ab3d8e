/// A place in a JSON text (RFC 6901), kept as steps and written only when somebody asks.
package struct JSONPointer: Sendable, CustomStringConvertible {
    private enum Step: Sendable {
        case member(String)
        case item(Int)
    }

    private var steps: [Step] = []

    package init() {}

    package mutating func push(_ name: String) { steps.append(.member(name)) }

    package mutating func push(_ index: Int) { steps.append(.item(index)) }

    package mutating func pop() { _ = steps.popLast() }

    package func appending(_ name: String) -> JSONPointer {
        var pointer = self
        pointer.push(name)
        return pointer
    }

    package func appending(_ index: Int) -> JSONPointer {
        var pointer = self
        pointer.push(index)
        return pointer
    }

    /// The text; names are made visible, for they come from outside.
    package var text: String {
        steps.map { step in
            switch step {
            case .item(let index): "/\(index)"
            case .member(let name): "/" + VisibleText.make(Self.escape(name))
            }
        }.joined()
    }

    package var description: String { text }

    private static func escape(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
        else { return name }
        return name.reduce(into: "") { text, character in
            text += character == "~" ? "~0" : character == "/" ? "~1" : String(character)
        }
    }
}
