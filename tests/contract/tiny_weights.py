"""A pipeline of diffusers with random weights, made on the spot: 0.2 million numbers, no download.

Its control networks' zero convolutions are made random again: left at zero, a control would have
exactly no effect, and a test that it reaches the model would pass for nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NETS = ("controlnet-depth", "controlnet-pose")


def make_weights(folder: Path) -> Path:
    """A folder in the diffusers form, with two control networks."""
    import torch
    from diffusers import (
        AutoencoderKL,
        ControlNetModel,
        DDIMScheduler,
        StableDiffusionPipeline,
        UNet2DConditionModel,
    )
    from transformers import (
        CLIPTextConfig,
        CLIPTextModel,
        CLIPTokenizer,
    )

    torch.manual_seed(0)
    unet: Any = UNet2DConditionModel(
        block_out_channels=(8, 16),
        layers_per_block=1,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=16,
        attention_head_dim=4,
        norm_num_groups=4,
    )
    vae: Any = AutoencoderKL(
        block_out_channels=(8, 16),
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D", "DownEncoderBlock2D"),
        up_block_types=("UpDecoderBlock2D", "UpDecoderBlock2D"),
        latent_channels=4,
        norm_num_groups=4,
    )
    words = _vocabulary(folder / "words")
    text: Any = CLIPTextModel(
        CLIPTextConfig(
            hidden_size=16,
            intermediate_size=32,
            num_attention_heads=2,
            num_hidden_layers=2,
            vocab_size=600,
            bos_token_id=0,
            eos_token_id=1,
            pad_token_id=1,
        )
    )
    pipe: Any = StableDiffusionPipeline(
        unet=unet,
        vae=vae,
        text_encoder=text,
        tokenizer=CLIPTokenizer(*words, model_max_length=77),
        scheduler=DDIMScheduler(clip_sample=False, steps_offset=1),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    weights = folder / "weights"
    pipe.save_pretrained(weights, safe_serialization=True)
    for number, name in enumerate(NETS):
        torch.manual_seed(number + 1)
        net: Any = ControlNetModel.from_unet(
            unet, conditioning_embedding_out_channels=(8, 16), load_weights_from_unet=True
        )
        for part in (*net.controlnet_down_blocks, net.controlnet_mid_block):
            torch.nn.init.normal_(part.weight, std=0.5)
        torch.nn.init.normal_(net.controlnet_cond_embedding.conv_out.weight, std=0.5)
        net.save_pretrained(weights / name, safe_serialization=True)
    return weights


def _vocabulary(folder: Path) -> tuple[str, str]:
    """A vocabulary of single letters, written by hand."""
    folder.mkdir(parents=True)
    signs = [chr(code) for code in range(33, 127)]
    tokens = ["<|startoftext|>", "<|endoftext|>", *signs, *(f"{sign}</w>" for sign in signs)]
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys(tokens))}
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return str(folder / "vocab.json"), str(folder / "merges.txt")
