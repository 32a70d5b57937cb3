package fovea.experiment;

import fovea.component.Component;

/// A kind of component that only tests know.
interface Shape extends Component {}
