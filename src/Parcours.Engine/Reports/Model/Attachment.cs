using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>How attached customers are to the brand.</summary>
/// <param name="Score">The mean of the parts, 0 to 1, over buyers of the year.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Formula">How it is computed.</param>
internal sealed record Attachment(Twin Score, IReadOnlyList<AttachmentPart> Parts, LocalText Formula);
