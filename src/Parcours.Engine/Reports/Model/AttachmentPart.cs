using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>A part of attachment, as a share of customers.</summary>
internal sealed record AttachmentPart(LocalText Name, Twin Share);
