package fovea.app.form;

import javafx.scene.Node;

/// A piece of a form.
interface FormPart {
    Node node();

    /// Shows what the model holds now.
    void refresh();
}
