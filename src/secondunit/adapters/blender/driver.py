# Copyright 2026 The Second Unit authors
# SPDX-License-Identifier: Apache-2.0
"""Run by Blender, never by the studio: render one frame from a job (DR-014).

    blender --background --factory-startup --python driver.py -- job.json
    python -I driver.py -- job.json                  # a Python that has the bpy wheel

Needs Blender 4.2 or later and Python's own library, nothing else. Lengths are metres, colours
linear RGB.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

OLDEST = (4, 2, 0)
WELD = 2e-4
"""Metres within which corners are one, so that an edge is no outline."""
SMOOTH = math.radians(50)
CREASE = math.radians(128)
"""Angle between faces below which Freestyle draws an edge."""
LAMP_WATTS = 30.0
TUNGSTEN = (1.0, 0.60, 0.26)


def main() -> int:
    """Render what the job asks for; 0 when the picture lies where it should."""
    import bpy

    if bpy.app.version < OLDEST:
        sys.stderr.write(f"Blender {bpy.app.version_string} is older than 4.2\n")
        return 4
    job = json.loads(Path(sys.argv[sys.argv.index("--") + 1]).read_text(encoding="utf-8"))
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=job["model"])
    scene = bpy.context.scene
    for thing in list(scene.objects):
        if thing.type == "MESH":
            prepare(bpy, thing, job)
        elif thing.type == "CAMERA":
            scene.camera = thing
            thing.data.clip_end = 2000.0
    light(bpy, scene, job)
    settle(scene, job)
    if job["engine"] == "freestyle":
        ink(bpy, scene, job)
    bpy.ops.render.render(write_still=True)
    Path(job["said"]).write_text(json.dumps({"blender": bpy.app.version_string}), encoding="utf-8")
    return 0


def prepare(bpy: Any, thing: Any, job: dict[str, Any]) -> None:
    """Weld a mesh, smooth what is round, let lamps burn and walls let the key through."""
    import bmesh

    mesh = thing.data
    if mesh.has_custom_normals:
        bpy.context.view_layer.objects.active = thing
        bpy.ops.mesh.customdata_custom_splitnormals_clear()
    work = bmesh.new()
    work.from_mesh(mesh)
    bmesh.ops.remove_doubles(work, verts=work.verts, dist=WELD)
    work.to_mesh(mesh)
    work.free()
    mesh.shade_smooth()
    mesh.set_sharp_from_angle(angle=SMOOTH)
    thing.visible_shadow = bool(thing.get("casts", True))
    for slot in thing.material_slots:
        if thing.get("burns"):
            slot.material = glowing(bpy)
        elif thing.get("figure"):
            darken(slot.material, job["figures"])
        elif job["open"]:
            haze(slot.material, job)


def glowing(bpy: Any) -> Any:
    """The material of a lamp that burns."""
    made = bpy.data.materials.get("burns")
    if made is None:
        made = bpy.data.materials.new("burns")
        made.use_nodes = True
        made.node_tree.nodes.clear()
        glow = made.node_tree.nodes.new("ShaderNodeEmission")
        glow.inputs["Color"].default_value = (1.0, 0.87, 0.55, 1.0)
        glow.inputs["Strength"].default_value = 1.2
        out = made.node_tree.nodes.new("ShaderNodeOutputMaterial")
        made.node_tree.links.new(glow.outputs[0], out.inputs["Surface"])
    return made


def darken(material: Any, share: float) -> None:
    """Multiply the colour of a figure's material, once."""
    if share >= 1.0 or material.get("darkened"):
        return
    material["darkened"] = True
    for node in material.node_tree.nodes:
        if node.type == "BSDF_PRINCIPLED":
            colour = node.inputs["Base Color"].default_value
            node.inputs["Base Color"].default_value = (*(share * c for c in colour[:3]), 1.0)


def haze(material: Any, job: dict[str, Any]) -> None:
    """Distance fades to the colour of the horizon, for the camera alone."""
    tree = material.node_tree
    if "haze" in tree.nodes:
        return
    new, link = tree.nodes.new, tree.links.new
    out = next(node for node in tree.nodes if node.type == "OUTPUT_MATERIAL")
    surface = out.inputs["Surface"].links[0].from_socket
    path = new("ShaderNodeLightPath")
    far = math_node(new, link, "SUBTRACT", job["clear"], path.outputs["Ray Length"])
    power = math_node(new, link, "MULTIPLY", far, job["haze"])
    kept = math_node(new, link, "MINIMUM", math_node(new, link, "EXPONENT", power), 1.0)
    gone = math_node(new, link, "SUBTRACT", 1.0, kept)
    share = math_node(new, link, "MULTIPLY", gone, path.outputs["Is Camera Ray"])
    air = new("ShaderNodeEmission")
    air.inputs["Color"].default_value = (*job["low"], 1.0)
    mix = new("ShaderNodeMixShader")
    mix.name = "haze"
    for socket, what in zip(mix.inputs, (share, surface, air.outputs[0]), strict=True):
        link(what, socket)
    link(mix.outputs[0], out.inputs["Surface"])


def math_node(new: Any, link: Any, what: str, *terms: Any) -> Any:
    """The output of a node that reckons; terms are numbers or sockets."""
    node = new("ShaderNodeMath")
    node.operation = what
    for term, socket in zip(terms, node.inputs, strict=False):
        if isinstance(term, float):
            socket.default_value = term
        else:
            link(term, socket)
    return node.outputs[0]


def light(bpy: Any, scene: Any, job: dict[str, Any]) -> None:
    """A key as a sun, the sky as fill, the backdrop for the camera alone, and lamps."""
    import mathutils

    sun = bpy.data.lights.new("key", "SUN")
    most = max(*job["key"], 1e-6)
    sun.color = [each / most for each in job["key"]]
    sun.energy = math.pi * most
    sun.angle = math.radians(job["softness"])
    thing = bpy.data.objects.new("key", sun)
    x, y, z = job["towards"]
    thing.rotation_euler = mathutils.Vector((x, -z, y)).to_track_quat("Z", "Y").to_euler()
    scene.collection.objects.link(thing)
    for x, y, z in job["lamps"]:
        bulb = bpy.data.lights.new("lamp", "POINT")
        bulb.energy, bulb.color, bulb.shadow_soft_size = LAMP_WATTS, TUNGSTEN, 0.08
        placed = bpy.data.objects.new("lamp", bulb)
        placed.location = (x, -z, y)
        scene.collection.objects.link(placed)
    backdrop(bpy, scene, job)


def backdrop(bpy: Any, scene: Any, job: dict[str, Any]) -> None:
    """The fill from everywhere; what the camera sees of it goes from horizon to sky."""
    world = bpy.data.worlds.new("air")
    scene.world = world
    world.use_nodes = True
    tree = world.node_tree
    tree.nodes.clear()
    new, link = tree.nodes.new, tree.links.new
    fill, seen = new("ShaderNodeBackground"), new("ShaderNodeBackground")
    fill.inputs["Color"].default_value = (*job["fill"], 1.0)
    where, parts = new("ShaderNodeTexCoord"), new("ShaderNodeSeparateXYZ")
    link(where.outputs["Generated"], parts.inputs[0])
    steep = math_node(new, link, "MULTIPLY", parts.outputs["Z"], 2.2)
    ramp = new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].color = (*job["low"], 1.0)
    ramp.color_ramp.elements[1].color = (*job["high"], 1.0)
    link(steep, ramp.inputs[0])
    link(ramp.outputs["Color"], seen.inputs["Color"])
    path, mix = new("ShaderNodeLightPath"), new("ShaderNodeMixShader")
    sockets = (path.outputs["Is Camera Ray"], fill.outputs[0], seen.outputs[0])
    for what, socket in zip(sockets, mix.inputs, strict=True):
        link(what, socket)
    link(mix.outputs[0], new("ShaderNodeOutputWorld").inputs["Surface"])


def settle(scene: Any, job: dict[str, Any]) -> None:
    """Size, engine, samples, colours as they are, and a PNG that says nothing but its picture."""
    render = scene.render
    render.engine = "CYCLES"
    render.resolution_x, render.resolution_y = job["width"], job["height"]
    render.resolution_percentage = 100
    scene.camera.data.sensor_fit = "VERTICAL"
    scene.camera.data.angle = job["angle"]
    render.filepath = job["picture"]
    render.image_settings.file_format = "PNG"
    render.image_settings.color_mode = "RGB"
    render.use_stamp = False
    for stamp in [name for name in dir(render) if name.startswith("use_stamp")]:
        setattr(render, stamp, False)
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = job["samples"]
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = True
    cycles.seed = 0
    cycles.max_bounces = 4
    scene.view_settings.view_transform = "Standard"


def ink(bpy: Any, scene: Any, job: dict[str, Any]) -> None:
    """Outlines, creases and open edges as a pen draws them; figures heavier than their set."""
    scene.render.use_freestyle = True
    scene.render.line_thickness_mode = "ABSOLUTE"
    scene.render.line_thickness = 1.0
    layer = scene.view_layers[0]
    layer.use_freestyle = True
    layer.freestyle_settings.crease_angle = CREASE
    things = [each for each in scene.objects if each.type == "MESH" and each.get("inked")]
    for name, weight in (("figure", 1.0), ("set", 0.6)):
        group = bpy.data.collections.new(name)
        scene.collection.children.link(group)
        for thing in things:
            if bool(thing.get("figure")) == (name == "figure"):
                group.objects.link(thing)
        lines = layer.freestyle_settings.linesets.new(name)
        if lines.linestyle is None:
            lines.linestyle = bpy.data.linestyles.new(name)
        lines.select_by_collection = True
        lines.collection = group
        lines.select_border = name == "set"
        lines.select_crease = name == "set"
        lines.select_silhouette = True
        lines.select_external_contour = True
        lines.linestyle.color = job["ink"]
        lines.linestyle.thickness = weight * max(1.5, job["height"] / 270.0)


if __name__ == "__main__":
    sys.exit(main())
