extension Catalogue {
    /// Logs and evidence.
    static let logErrors: [ErrorCode: ErrorText] = [
        .logUnknown: ErrorText(
            en: (
                "this log is not known here",
                "check its name; audit and node status list the known logs"
            ),
            es: (
                "aquí no se conoce esta bitácora",
                "revise su nombre; audit y node status enumeran las bitácoras conocidas"
            )),
        .logBadSignature: ErrorText(
            en: (
                "the checkpoint is not signed by the key of this log",
                "compare the log key with the card of that node; keep what was received"
            ),
            es: (
                "el punto de control no está firmado con la llave de esta bitácora",
                "compare la llave con la ficha de ese nodo; conserve lo recibido"
            )),
        .logBadRequest: ErrorText(
            en: (
                "the entries do not fit the log[: {reason}]",
                "have the other side send from the head that is held here"
            ),
            es: (
                "los asientos no corresponden a la bitácora[: {reason}]",
                "pida a la contraparte que envíe desde la cabeza que aquí se conserva"
            )),
        .logConflict: ErrorText(
            en: (
                "another head of this log is held here[ (size {size})]",
                "start again from the head that is held"
            ),
            es: (
                "aquí se conserva otra cabeza de esta bitácora[ (tamaño {size})]",
                "reinicie desde la cabeza que se conserva"
            )),
        .logInconsistent: ErrorText(
            en: (
                "the log does not extend what was seen before",
                "keep both versions as evidence and call the agency that owns the log"
            ),
            es: (
                "la bitácora no continúa lo visto anteriormente",
                "conserve ambas versiones como evidencia y llame a la autoridad titular"
            )),
        .logEntryMalformed: ErrorText(
            en: (
                "an entry of the log is not in the required form",
                "keep what was received and call the agency that owns the log"
            ),
            es: (
                "un asiento de la bitácora no tiene la forma requerida",
                "conserve lo recibido y llame a la autoridad titular de la bitácora"
            )),
        .logGap: ErrorText(
            en: (
                "entries are missing between what is held and what was sent",
                "nothing; the other side sends the missing entries first"
            ),
            es: (
                "faltan asientos entre lo que se conserva y lo que se envió",
                "nada; la contraparte envía primero los asientos faltantes"
            )),
        .logRolledBack: ErrorText(
            en: (
                "the store is older than what this node has already signed",
                "do not delete anything; restore the newest backup and follow the recovery steps"
            ),
            es: (
                "el almacén es anterior a lo que este nodo ya firmó",
                "no borre nada; restaure el respaldo más reciente y siga los pasos de recuperación"
            )),
        .logLockMismatch: ErrorText(
            en: (
                "the lock record and the log contradict each other",
                "do not delete anything; find out which of the two was restored or changed"
            ),
            es: (
                "el registro de bloqueo y la bitácora se contradicen",
                "no borre nada; averigüe cuál de los dos fue restaurado o modificado"
            )),
        .noteMalformed: ErrorText(
            en: (
                "this is not a signed note in the required form",
                "get the file again from its source"
            ),
            es: (
                "esta no es una nota firmada en la forma requerida",
                "obtenga de nuevo el archivo de su origen"
            )),
        .proofInvalid: ErrorText(
            en: (
                "the proof does not hold",
                "keep the file and ask for the proof again; if it fails again, call the agency"
            ),
            es: (
                "la prueba no se sostiene",
                "conserve el archivo y pida de nuevo la prueba; si falla otra vez, llame a la "
                    + "autoridad"
            )),
        .stepFailed: ErrorText(
            en: (
                "the demonstration stopped here[: {reason}]",
                "see the output of the step above; run it again to see whether it happens again"
            ),
            es: (
                "la demostración se detuvo aquí[: {reason}]",
                "vea arriba el resultado del paso; ejecútela otra vez para ver si se repite"
            )),
        .verificationFailed: ErrorText(
            en: (
                "the verification failed[: {reason}]",
                "change nothing, keep the output and inform the owner of the log"
            ),
            es: (
                "la verificación falló[: {reason}]",
                "no modifique nada, conserve el resultado e informe al titular de la bitácora"
            )),
    ]
}
