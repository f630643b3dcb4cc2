/** The tools of the MCP server, the check first. A further capability is one more line here. */
import { checkTool } from './check-tool.ts'
import { courseTool } from './course-tool.ts'
import { claimsTool, foodsTool, medicinesTool, menuTool, trialAnalyseTool, trialDesignTool } from './look-up-tools.ts'
import { planTool } from './plan-tool.ts'
import { productsTool } from './products-tool.ts'
import type { Tool } from './tool.ts'

export const tools: readonly Tool[] = [
  checkTool,
  planTool,
  courseTool,
  medicinesTool,
  claimsTool,
  foodsTool,
  menuTool,
  productsTool,
  trialDesignTool,
  trialAnalyseTool,
]
