using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>A stage as the report shows it; its place in <see cref="ReportModel.Stages"/> is how the other parts name it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tone">Its family of colours.</param>
/// <param name="Color">Its colour on a light ground, as #rrggbb: the same on every page.</param>
/// <param name="ColorOnDark">Its colour on a dark ground.</param>
public sealed record ReportStage(string Id, LocalText Name, StageTone Tone, string Color, string ColorOnDark);
