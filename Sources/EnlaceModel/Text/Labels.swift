// The labels of the closed code sets; those of document types, fields and code lists stand in the
// schemas.

extension DeliveryState: Labelled {
    package var label: BilingualText {
        switch self {
        case .queued: BilingualText("Queued", "En cola")
        case .sent: BilingualText("Sent", "Enviado")
        case .received: BilingualText("Received", "Recibido")
        case .read: BilingualText("Read", "Leído")
        case .acknowledged: BilingualText("Acknowledged", "Acusado")
        case .rejected: BilingualText("Rejected", "Rechazado")
        case .expired: BilingualText("Expired", "Vencido")
        case .withdrawn: BilingualText("Withdrawn", "Retirado")
        }
    }
}

extension Urgency: Labelled {
    package var label: BilingualText {
        switch self {
        case .routine: BilingualText("Routine", "Ordinaria")
        case .urgent: BilingualText("Urgent", "Urgente")
        case .immediate: BilingualText("Immediate", "Inmediata")
        }
    }
}

extension Role: Labelled {
    package var label: BilingualText {
        switch self {
        case .officer: BilingualText("Officer", "Servidor público")
        case .auditor: BilingualText("Auditor", "Auditor")
        case .administrator: BilingualText("Administrator", "Administrador")
        }
    }
}

extension RunEnvironment: Labelled {
    package var label: BilingualText {
        switch self {
        case .live: BilingualText("Live", "Real")
        case .exercise: BilingualText("Exercise", "Simulacro")
        case .training: BilingualText("Training", "Capacitación")
        }
    }
}

extension TrafficLight: Labelled {
    /// TLP labels are never translated (FIRST TLP 2.0).
    package var label: BilingualText { BilingualText(rawValue, rawValue) }
}
