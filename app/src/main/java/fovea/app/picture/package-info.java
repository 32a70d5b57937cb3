/// Pictures on the screen: conversion, thumbnails made off the window's thread, a virtual grid.
@NullMarked
package fovea.app.picture;

import org.jspecify.annotations.NullMarked;
