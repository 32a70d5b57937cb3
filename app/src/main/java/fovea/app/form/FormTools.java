package fovea.app.form;

import fovea.app.text.Texts;

/// What the pieces of a form work with.
record FormTools(FormModel model, Texts texts, FieldWords words) {}
